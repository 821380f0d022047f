-- The round that is going on, for one sweeper of all processes; the lock ends with the transaction of the step.
select id, station, after
from sweep
where finished_at is null and resume_at <= now()
for update skip locked
