-- What has waited until now may begin. In the transaction that makes it so.
with due as (
  update task set run_after = now()
  where job_id = :job and after = :after and state = 'queued' and run_after = 'infinity'
  returning id
)
select wake_tasks(array_agg(id)) from due having count(*) > 0
