-- Everything the hub knows. Words as in the design: asset, upload, job, task, rendition, segment, playback.
-- Times are the database's clock. Status columns hold the words that users see.

create table account (
  id            uuid primary key default gen_random_uuid(),
  email         text not null,
  password_hash text not null,
  role          text not null default 'user' check (role in ('user', 'admin')),
  created_at    timestamptz not null default now()
);
create unique index account_email on account (lower(email));

create table asset (
  id                uuid primary key,
  owner_id          uuid not null references account,
  type              text not null default 'unknown' check (type in ('video', 'audio', 'image', 'unknown')),
  status            text not null default 'pending'
                    check (status in ('pending', 'uploaded', 'processing', 'complete', 'failed', 'deleted')),
  title             text not null,
  description       text not null default '',
  visibility        text not null default 'private' check (visibility in ('private', 'unlisted', 'public')),
  filename          text not null,           -- what the creator called it; metadata, never a path
  content_type      text not null,           -- as announced; the real type is found by content
  size              bigint not null check (size >= 0),
  source_key        text not null,           -- in the raw bucket
  duration          double precision,        -- seconds
  width             int,                     -- pixels, upright
  height            int,
  poster_key        text,                    -- in the transcoded bucket
  published_version int,                     -- the one version that viewers get once it is whole
  failure_code      text,
  failure_message   text,
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  published_at      timestamptz,             -- when it first was public and complete
  deleted_at        timestamptz
);
-- Every list and every filter of it reads only the rows that it shows, however many there are.
create index asset_of_owner on asset (owner_id, created_at desc, id desc) where deleted_at is null;
create index asset_of_owner_in_status on asset (owner_id, status, created_at desc, id desc) where deleted_at is null;
create index asset_of_owner_of_type on asset (owner_id, type, created_at desc, id desc) where deleted_at is null;
create index asset_newest on asset (created_at desc, id desc) where deleted_at is null;
create index asset_in_status on asset (status, created_at desc, id desc) where deleted_at is null;
-- What live progress asks for twice a second while somebody listens.
create index asset_in_work on asset (owner_id)
  where deleted_at is null and status in ('pending', 'uploaded', 'processing');
create index asset_changed on asset (updated_at);
create index asset_public on asset (published_at desc, id desc)
  where visibility = 'public' and published_version is not null and deleted_at is null;
create unique index asset_source on asset (source_key) where deleted_at is null;

create table upload (
  id           uuid primary key,
  asset_id     uuid not null references asset,
  owner_id     uuid not null references account,
  method       text not null check (method in ('put', 'multipart', 'url', 'drop')),
  state        text not null default 'open' check (state in ('open', 'complete', 'aborted', 'expired')),
  size         bigint not null check (size >= 0),  -- bytes, as announced
  etag         text,                               -- what the store said when it was complete
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  completed_at timestamptz
);
create index upload_open on upload (expires_at) where state = 'open';
create index upload_of_asset on upload (asset_id);

create table job (
  id              uuid primary key,
  asset_id        uuid not null references asset,
  owner_id        uuid not null references account,   -- of its asset, which never changes hands
  version         int not null check (version > 0),
  profile         text not null default 'standard',   -- the ladder
  state           text not null default 'queued' check (state in ('queued', 'running', 'complete', 'failed')),
  plan            jsonb,                              -- null until inspected
  failure_code    text,
  failure_message text,
  created_at      timestamptz not null default now(),
  started_at      timestamptz,
  finished_at     timestamptz,
  unique (asset_id, version)
);
create unique index job_active on job (asset_id) where state in ('queued', 'running');
create index job_newest on job (created_at desc, id desc);
create index job_in_state on job (state, created_at desc, id desc);
create index job_of_owner on job (owner_id, created_at desc, id desc);
create index job_of_owner_in_state on job (owner_id, state, created_at desc, id desc);

-- The task row is the truth; its message is a wake-up. A claim is one UPDATE that adds one to attempt and fence and
-- sets the lease; whoever commits must still hold that fence.
create table task (
  id           uuid primary key,
  job_id       uuid not null references job,
  asset_id     uuid not null references asset,
  kind         text not null,
  ordinal      int not null default 0,                -- which chunk, which track
  state        text not null default 'queued' check (state in ('queued', 'running', 'complete', 'failed')),
  required     boolean not null,                      -- false: a side task, never holds back completion
  weight       double precision not null default 1 check (weight >= 0),  -- its part of the job's progress
  spec         jsonb not null,
  attempt      int not null default 0,
  max_attempts int not null default 4 check (max_attempts > 0),
  fence        bigint not null default 0,
  worker       text,
  lease_until  timestamptz,
  run_after    timestamptz not null default now(),    -- backoff: not to be claimed before
  progress     double precision not null default 0 check (progress between 0 and 1),
  result       jsonb,
  failure_code text,
  failure      text,
  parked       boolean not null default false,       -- given up after its attempts: an admin may replay it
  created_at   timestamptz not null default now(),
  started_at   timestamptz,
  finished_at  timestamptz,
  woken_at     timestamptz not null default now(),    -- when its last wake-up was written
  unique (job_id, kind, ordinal)
);
create index task_leased on task (lease_until) where state = 'running';
create index task_waiting on task (run_after) where state = 'queued';
create index task_of_asset on task (asset_id);

create table rendition (
  id         uuid primary key default gen_random_uuid(),
  asset_id   uuid not null references asset,
  version    int not null,
  name       text not null,                           -- 720p, audio-0
  kind       text not null check (kind in ('video', 'audio')),
  ordinal    int not null,                            -- order in the master playlist
  width      int,
  height     int,
  frame_rate double precision,
  bandwidth  int not null,                            -- peak bits per second
  codecs     text not null,                           -- RFC 6381
  language   text,                                    -- BCP 47
  plan       jsonb not null,                          -- what the playlists need beside the columns
  timescale  int,                                     -- ticks per second of its segments; null until the first is in
  init_key   text,
  unique (asset_id, version, name)
);

create table segment (
  rendition_id uuid not null references rendition on delete cascade,
  number       int not null check (number >= 0),
  start_tick   bigint not null,
  ticks        bigint not null check (ticks > 0),
  key          text not null,                         -- in the transcoded bucket
  bytes        bigint not null check (bytes > 0),
  primary key (rendition_id, number)
);

create table playback (
  id         uuid primary key,
  token      text not null unique,                    -- SHA-256 of the token, base64url
  asset_id   uuid not null references asset,
  version    int not null,
  viewer_id  uuid references account,                 -- null: anonymous
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index playback_of_asset on playback (asset_id);

-- No event leaves the hub but through here, written in the transaction that made it true.
create table outbox (
  id         bigint generated always as identity primary key,
  event_id   uuid not null default gen_random_uuid(), -- CloudEvents id
  exchange   text not null default 'aln',
  type       text not null,                           -- CloudEvents type and routing key
  subject    uuid,                                    -- the asset; order is kept per subject
  headers    jsonb not null default '{}',
  data       jsonb not null,
  created_at timestamptz not null default now(),
  send_after timestamptz not null default now(),      -- later than now after the broker would not take it
  failure    text                                     -- why the broker would not take it
);
create index outbox_of_subject on outbox (subject, id);

create table dead_letter (
  id          uuid primary key,
  message_id  text,
  state       text not null default 'parked' check (state in ('parked', 'replayed', 'discarded')),
  queue       text not null,
  type        text,
  cause       text not null,
  detail      text,
  attempts    int,
  task_id     uuid,
  asset_id    uuid,
  headers     jsonb not null default '{}',
  body        text not null,
  reason      text,
  received_at timestamptz not null default now(),
  settled_at  timestamptz
);
create unique index dead_letter_once on dead_letter (message_id, queue) where state = 'parked';
create index dead_letter_newest on dead_letter (received_at desc, id desc);
