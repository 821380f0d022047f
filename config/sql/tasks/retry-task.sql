-- Back into the queue after a pause; the reaper wakes it then.
update task
set state = 'queued', lease_until = null, failure_code = :code, failure = :message,
    run_after = now() + cast(:pause as interval)
where id = :id and fence = :fence and state = 'running'
