-- Back into the queue without an attempt used up: its worker was told to stop, or its surroundings failed.
update task
set state = 'queued', attempt = attempt - 1, lease_until = null, failure_code = :code, failure = :message,
    run_after = now() + cast(:pause as interval)
where id = :id and fence = :fence and state = 'running'
