update callback
set state = :state, http_status = :status, failure = :failure, lease_until = null, ended_at = now()
where id = :id and fence = :fence and state = 'waiting'
