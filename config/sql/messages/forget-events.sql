delete from outbox where id in (:ids)
