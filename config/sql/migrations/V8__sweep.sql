-- Which versions of an asset somebody needs: everything else of it may be taken away. The one place that says so.
-- A version that is not in here never comes back: its job has ended and cannot be replayed.
create view kept_version as
select j.asset_id, j.version
from job j join asset a on a.id = j.asset_id
where a.deleted_at is null
  and (j.state in ('queued', 'running')
    or j.version = a.published_version
    -- An admin may replay what was given up, until somebody discards it or the asset goes on without it.
    or (j.state = 'failed'
      and not exists (select from job newer where newer.asset_id = j.asset_id and newer.version > j.version)
      and exists (
        select from task t
        where t.job_id = j.id and t.parked
          and not exists (select from dead_letter d where d.task_id = t.id and d.state = 'discarded')))
    -- Whoever began to watch it may go on after a newer version has come; or is just beginning.
    or (j.state = 'complete'
      and (exists (select from playback p
                   where p.asset_id = j.asset_id and p.version = j.version
                     and p.revoked_at is null and p.expires_at > now())
        or exists (select from job newer
                   where newer.asset_id = j.asset_id and newer.version > j.version and newer.state = 'complete'
                     and newer.finished_at > now() - interval '10 minutes'))));
create index if not exists dead_letter_of_task on dead_letter (task_id) where task_id is not null;

create view unwanted_rendition as
select r.id, r.asset_id
from rendition r join asset a on a.id = r.asset_id
where (a.deleted_at is not null or r.version is distinct from a.published_version)
  and not exists (select from kept_version k where k.asset_id = r.asset_id and k.version = r.version);

-- Rounds through the store. The one that is not finished is going on; whoever has its row locked sweeps.
create table sweep (
  id          uuid primary key default gen_random_uuid(),
  started_at  timestamptz not null default now(),
  finished_at timestamptz,
  station     text not null default 'outputs' check (station in ('outputs', 'sources', 'parts')),
  after       text,                                -- the last key it has looked at there
  resume_at   timestamptz not null default now(),  -- later than now after the store was away
  looked_at   bigint not null default 0,           -- objects
  deleted     bigint not null default 0,           -- objects
  bytes       bigint not null default 0,           -- of what was deleted
  aborted     bigint not null default 0,           -- multipart uploads that nobody finished
  strange     bigint not null default 0,           -- objects that are not this hub's: left alone
  examples    text[] not null default '{}',        -- a few of their keys
  failure     text                                 -- why it pauses, or last paused
);
create unique index sweep_going_on on sweep ((true)) where finished_at is null;
create index sweep_newest on sweep (started_at desc, id desc);
