-- Wakes what is due and nobody was woken for, or nobody came: a message that got lost, a teller that died, an account that
-- had others under way. Run by camel-sql as one statement.
with due as (
  update callback set woken_at = now()
  where id in (
    select id from callback
    where state = 'waiting' and due_at <= now() and (lease_until is null or lease_until < now())
      and (woken_at < due_at or woken_at < now() - interval '10 seconds')
    order by due_at
    limit 100
    for update skip locked)
  returning id, job_id
)
insert into outbox (type, subject, headers, data)
select 'callback.due', j.asset_id, jsonb_build_object('cloudEvents_traceparent', next_hop(j.traceparent)),
       jsonb_build_object('callback', due.id, 'job', due.job_id)
from due join job j on j.id = due.job_id
