select * from ledger_check order by checked_at desc, id desc limit 1
