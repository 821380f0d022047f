-- Wakes what nobody works on: a lease that ended with attempts left, a pause that is over, a wake-up that got lost. As
-- whoever is woken takes the most urgent task of the kind, only the most urgent ones are looked at: that many wake-ups
-- keep every worker busy, and a long queue does not fill the broker. Run by camel-sql as one statement, so queue and
-- outbox agree.
with recursive expired as (
  update task
  set state = 'queued', lease_until = null, run_after = now(), failure = 'The worker ' || worker || ' went away.'
  where state = 'running' and lease_over(lease_until) and attempt < max_attempts
  returning id
), waiting_kind as (
  (select kind from task where state = 'queued' and run_after < 'infinity' order by kind limit 1)
  union all
  select (select kind from task
          where state = 'queued' and run_after < 'infinity' and kind > waiting_kind.kind order by kind limit 1)
  from waiting_kind where waiting_kind.kind is not null
), waiting as (
  select urgent.id
  from waiting_kind cross join lateral (
    select id, run_after, woken_at from task
    where kind = waiting_kind.kind and state = 'queued' and run_after < 'infinity' and run_after <= now()
    order by rank, ordinal > 0, due_at, ordinal, id
    limit 1000) urgent
  where urgent.woken_at < urgent.run_after or urgent.woken_at < now() - interval '5 minutes'
), due as (
  select id from expired union all select id from waiting
)
select count(*) as woken, wake_tasks(array_agg(id)) from due having count(*) > 0
