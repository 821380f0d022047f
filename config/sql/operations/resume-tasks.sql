-- The task itself with all its attempts, and the ones that were cancelled for its sake; what had to wait waits again. Their
-- time begins anew, so that an old film does not go before all the new ones.
with resumed as (
  update task t
  set state = 'queued', parked = false, attempt = 0, setbacks = 0, progress = 0, failure_code = null, failure = null,
      finished_at = null, due_at = now() + t.due_after,
      run_after = case when t.after is null or j.state = 'complete'
                         or exists (select from task made
                                    where made.job_id = t.job_id and made.kind = t.after and made.state = 'complete')
                       then now() else 'infinity' end
  from job j
  where j.id = t.job_id and j.id = (select job_id from task where id = :task)
    and t.state = 'failed' and (t.id = :task or t.failure_code = 'cancelled')
  returning t.id, t.run_after
)
select wake_tasks(array_agg(id)) from resumed where run_after <= now() having count(*) > 0
