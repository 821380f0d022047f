select * from ledger_check
where (checked_at, id) < (:before, :beforeId)
order by checked_at desc, id desc
limit :limit
