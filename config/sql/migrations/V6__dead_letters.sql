-- What a dead letter shows: each attempt of its task with the command that ran, its kind of cause, its trace.

-- The trace (W3C Trace Context) that a job belongs to: the request that brought its source in.
create function begin_trace() returns text language sql volatile as $$
  select '00-' || replace(gen_random_uuid()::text, '-', '') || '-'
         || right(replace(gen_random_uuid()::text, '-', ''), 16) || '-01'
$$;

-- The same trace, a span of its own.
create function next_hop(traceparent text) returns text language sql volatile as $$
  select left(traceparent, 36) || right(replace(gen_random_uuid()::text, '-', ''), 16) || right(traceparent, 3)
$$;

alter table job add column traceparent text not null default begin_trace()
  check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');

-- A wake-up names the task, its asset, its input object and where its output goes; it belongs to its job's trace.
create or replace function wake_tasks(tasks uuid[]) returns void language sql as $$
  insert into outbox (type, subject, headers, data)
  select 'task.' || t.kind, t.asset_id,
         jsonb_build_object('cloudEvents_traceparent', next_hop(j.traceparent)),
         jsonb_build_object(
           'task', t.id, 'job', t.job_id, 'asset', t.asset_id, 'kind', t.kind,
           'input', jsonb_build_object('bucket', 'raw-assets', 'key', a.source_key),
           'output', jsonb_build_object(
             'bucket', 'transcoded-assets',
             'prefix', 'user_' || a.owner_id || '/' || a.id || '/v' || j.version || '/'
                       || t.kind || '-' || t.ordinal || '/'))
  from task t join job j on j.id = t.job_id join asset a on a.id = t.asset_id
  where t.id = any (tasks);
  update task set woken_at = now() where id = any (tasks);
$$;

-- Attempts that did not end well, the last twenty of each task.
create table task_attempt (
  task_id    uuid not null references task on delete cascade,
  fence      bigint not null,                         -- of its claim
  attempt    int not null,                            -- counts from 1 again after a replay
  worker     text,
  started_at timestamptz,
  ended_at   timestamptz not null default now(),
  code       text not null,                           -- kebab-case
  cause      text not null,                           -- for the operator
  detail     text not null default '',                -- the last lines that a tool said
  command    jsonb,                                   -- the program and its arguments, where one failed
  exit_code  int,
  primary key (task_id, fence)
);

create function note_attempt(
  task uuid, fence bigint, attempt int, worker text, started_at timestamptz,
  code text, cause text, detail text, command jsonb, exit_code int) returns void language sql as $$
  insert into task_attempt (task_id, fence, attempt, worker, started_at, code, cause, detail, command, exit_code)
  values (task, fence, attempt, worker, started_at, code, left(cause, 4000), right(detail, 16000), command, exit_code)
  on conflict (task_id, fence) do update
    set ended_at = now(), code = excluded.code, cause = excluded.cause, detail = excluded.detail,
        command = excluded.command, exit_code = excluded.exit_code;
  delete from task_attempt old where old.task_id = note_attempt.task and old.fence <= note_attempt.fence - 20;
$$;

-- A worker that went away writes nothing; whoever takes its task over does it for it.
create function note_lost_attempt() returns trigger language plpgsql as $$
begin
  perform note_attempt(old.id, old.fence, old.attempt, old.worker, old.started_at, 'worker-gone',
                       'The worker ' || old.worker || ' went away: its lease ended without a word.', '', null, null);
  return null;
end
$$;
create trigger lost_attempt after update on task for each row
  when (old.state = 'running' and old.lease_until < now() and (new.state = 'queued' or new.fence <> old.fence))
  execute function note_lost_attempt();

alter table dead_letter
  add column code     text not null default 'unknown',   -- kind of cause, kebab-case
  add column trace_id text;
create index dead_letter_in_state on dead_letter (state, received_at desc, id desc);
create index dead_letter_of_asset on dead_letter (asset_id) where asset_id is not null;
create index dead_letter_of_trace on dead_letter (trace_id) where trace_id is not null;

create view dead_letter_overview as
select d.*, a.title as asset_title, account.email as asset_owner, a.status as asset_status
from dead_letter d
  left join asset a on a.id = d.asset_id
  left join account on account.id = a.owner_id;
