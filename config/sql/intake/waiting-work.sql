-- Counts no further than the limits, so that it costs the same however much waits.
select (select count(*) from (select from job where state in ('queued', 'running') limit :jobs) open_jobs) as jobs,
       (select count(*) from (select from outbox limit :events) unsent) as events
