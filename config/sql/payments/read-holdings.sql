select currency, balance from ledger_holding where owner_id = :owner order by currency
