update callback
set due_at = now() + cast(:pause as interval), http_status = :status, failure = :failure, lease_until = null
where id = :id and fence = :fence and state = 'waiting'
