-- Jobs that whoever asked for them puts in order, cancels and tries again.

-- Which jobs go first: all waiting tasks of a kind of a high one before those of a normal one, and low ones last.
alter table job
  add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high'));
create function rank_of(priority text) returns smallint immutable language sql as $$
  select cast(array_position(array['high', 'normal', 'low'], priority) as smallint)
$$;
alter table task
  add column rank smallint not null default 2 check (rank between 1 and 3);  -- of its job's priority

-- As before, after the rank: a claim still reads one row, however many wait.
drop index task_urgent;
create index task_urgent on task (kind, rank, (ordinal > 0), due_at, ordinal, id)
  where state = 'queued' and run_after < 'infinity';

-- As before; and what a cancelled job had finished stays for a day, as a retry goes on from there.
drop view unwanted_rendition;
drop view kept_version;
create view kept_version as
select j.asset_id, j.version
from job j join asset a on a.id = j.asset_id
where a.deleted_at is null
  and (j.state in ('queued', 'running')
    or j.version = a.published_version
    -- What was given up may be tried again, until somebody discards it or the asset goes on without it.
    or (j.state = 'failed'
      and not exists (select from job newer where newer.asset_id = j.asset_id and newer.version > j.version)
      and ((j.failure_code = 'cancelled' and j.finished_at > now() - interval '1 day')
        or exists (
          select from task t
          where t.job_id = j.id and t.parked
            and not exists (select from dead_letter d where d.task_id = t.id and d.state = 'discarded'))))
    -- Whoever began to watch it may go on after a newer version has come; or is just beginning.
    or (j.state = 'complete'
      and (exists (select from playback p
                   where p.asset_id = j.asset_id and p.version = j.version
                     and p.revoked_at is null and p.expires_at > now())
        or exists (select from job newer
                   where newer.asset_id = j.asset_id and newer.version > j.version and newer.state = 'complete'
                     and newer.finished_at > now() - interval '10 minutes'))));
create view unwanted_rendition as
select r.id, r.asset_id
from rendition r join asset a on a.id = r.asset_id
where (a.deleted_at is not null or r.version is distinct from a.published_version)
  and not exists (select from kept_version k where k.asset_id = r.asset_id and k.version = r.version);
