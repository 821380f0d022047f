-- Nobody knows what it had confirmed: the next looks of reap-tasks and retell-events write it anew.
with woken as (
  update task set woken_at = '-infinity' where state = 'queued' returning job_id
), retold as (
  update asset set told_at = null where told_at is not null
), forgotten as (
  update job set told_at = null where told_at is not null
)
select count(*) from woken
