-- Which task goes first. The first of each film goes before all others of its kind: watching begins there. After that
-- each is due when a viewer who began with the job would come to it, so that several films share the workers fairly.
alter table task
  add column due_after interval not null default '0',       -- how far into the film it begins
  add column due_at timestamptz not null default now();
update task t set due_at = j.created_at from job j where j.id = t.job_id and t.state in ('queued', 'running');

-- What a claim reads: one row, however many wait. What waits for the rest of its job is not among them.
create index task_urgent on task (kind, (ordinal > 0), due_at, ordinal, id)
  where state = 'queued' and run_after < 'infinity';
drop index task_waiting;
