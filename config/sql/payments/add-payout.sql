insert into payout (id, owner_id, provider, currency, amount, journal_id)
values (:id, :owner, :provider, :currency, :amount, :journal)
