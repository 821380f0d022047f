-- What failed, with all its attempts: one task and the ones that were cancelled for its sake, or all of the job; anew also
-- what was made, as it is gone. What had to wait waits again. Their time begins anew, so that an old film does not go before
-- all the new ones. Fences go on, so that nothing is ever written where something was swept.
with resumed as (
  update task t
  set state = 'queued', parked = false, attempt = 0, setbacks = 0, progress = 0, result = null, failure_code = null,
      failure = null, finished_at = null, due_at = now() + t.due_after,
      run_after = case when t.after is null
                         or (not :anew
                           and (j.state = 'complete'
                             or exists (select from task made
                                        where made.job_id = t.job_id and made.kind = t.after and made.state = 'complete')))
                       then now() else 'infinity' end
  from job j
  where j.id = t.job_id and j.id = :job
    and ((t.state = 'failed'
        and (cast(:task as uuid) is null or t.id = cast(:task as uuid) or t.failure_code = 'cancelled'))
      or (:anew and t.state = 'complete' and t.kind <> 'inspect'))
  returning t.id, t.run_after
)
select wake_tasks(array_agg(id)) from resumed where run_after <= now() having count(*) > 0
