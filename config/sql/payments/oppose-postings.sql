insert into posting (journal_id, account_id, currency, amount)
select :journal, account_id, currency, -amount from posting where journal_id = :reversed
