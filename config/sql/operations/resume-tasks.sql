-- The task itself with all its attempts, and the ones that were cancelled for its sake.
with resumed as (
  update task
  set state = 'queued', parked = false, attempt = 0, setbacks = 0, progress = 0, run_after = now(), failure_code = null, failure = null,
      finished_at = null
  where job_id = (select job_id from task where id = :task)
    and state = 'failed' and (id = :task or failure_code = 'cancelled')
  returning id
)
select wake_tasks(array_agg(id)) from resumed
