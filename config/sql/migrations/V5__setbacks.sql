-- How often a task was put back because its surroundings failed: the store away, the disk full. Bounded by itself, so
-- that no outage uses up the attempts, which are for what is the file's or FFmpeg's own fault.
alter table task add column setbacks int not null default 0 check (setbacks >= 0);

-- Whether a worker has lost its task. While the database was away nobody could renew, so everybody gets a moment first.
create function lease_over(lease_until timestamptz) returns boolean stable language sql as $$
  select lease_until < now() and pg_postmaster_start_time() < now() - interval '5 seconds'
$$;
