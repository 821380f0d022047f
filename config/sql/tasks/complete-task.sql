update task
set state = 'complete', progress = 1, lease_until = null, finished_at = now(), result = cast(:result as jsonb)
where id = :id and fence = :fence and state = 'running'
