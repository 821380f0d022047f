-- Wakes what nobody works on: a lease that ended with attempts left, a pause that is over, a wake-up that got lost.
-- Run by camel-sql as one statement, so queue and outbox agree.
with expired as (
  update task
  set state = 'queued', lease_until = null, run_after = now(), failure = 'The worker ' || worker || ' went away.'
  where state = 'running' and lease_over(lease_until) and attempt < max_attempts
  returning id
), waiting as (
  select id from task
  where state = 'queued' and run_after <= now()
    and (woken_at < run_after or woken_at < now() - interval '5 minutes')
    and id not in (select id from expired)
  limit 1000
), due as (
  select id from expired union all select id from waiting
)
select count(*) as woken, wake_tasks(array_agg(id)) from due having count(*) > 0
