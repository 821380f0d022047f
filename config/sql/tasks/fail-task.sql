update task
set state = 'failed', lease_until = null, finished_at = now(), failure_code = :code, failure = :message,
    parked = :parked
where id = :id and fence = :fence and state = 'running'
