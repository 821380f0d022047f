-- Whoever asked for a job may be told of its end: by a signed POST (Standard Webhooks) to an address of theirs.
alter table job
  add column callback_url text,
  add column callback_owner uuid references account;   -- who named it: signed with their secret, shown to them alone

-- Secrets are derived from the key of the hub, the account and this number; the one before is valid a while longer.
alter table account
  add column callback_secret int not null default 1 check (callback_secret > 0),
  add column callback_rotated_at timestamptz;

-- One thing to tell. The row is the truth, its message a wake-up, as with tasks.
create table callback (
  id           uuid primary key default gen_random_uuid(),  -- webhook-id: the same in every attempt
  job_id       uuid not null references job,
  owner_id     uuid not null references account,
  url          text not null,
  type         text not null,
  body         text not null,
  state        text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'disabled')),
  attempt      int not null default 0,
  fence        bigint not null default 0,
  lease_until  timestamptz,                           -- while somebody is telling it
  due_at       timestamptz not null default now(),
  woken_at     timestamptz not null default now(),    -- when its last wake-up was written
  attempted_at timestamptz,
  http_status  int,                                   -- of the last attempt; null where none was answered
  failure      text,                                  -- why the last attempt was no success
  created_at   timestamptz not null default now(),
  ended_at     timestamptz
);
create index callback_of_owner on callback (owner_id, created_at desc, id desc);
create index callback_newest on callback (created_at desc, id desc);
create index callback_of_job on callback (job_id);
create index callback_due on callback (due_at) where state = 'waiting';
create index callback_in_flight on callback (owner_id, lease_until) where lease_until is not null;

-- Who answered 410: nothing more is sent there until its owner asks for it.
create table gone_callback (
  owner_id uuid not null references account,
  url      text not null,
  gone_at  timestamptz not null default now(),
  primary key (owner_id, url)
);
