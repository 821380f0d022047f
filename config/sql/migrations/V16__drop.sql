-- The drop folder. The bucket is the truth of what waits there; this is what became of it, and who looks.

-- Which asset a file becomes: the same bytes at the same place are the same file, however often they come.
create table dropped_file (
  owner_id  uuid not null references account,
  path      text not null,                            -- below the owner's folder
  etag      text not null,
  stem      text not null,                            -- the path without its ending, which the sidecars share
  asset_id  uuid not null references asset,
  upload_id uuid not null references upload,
  found_at  timestamptz not null default now(),
  primary key (owner_id, path, etag)
);
create index dropped_file_of_stem on dropped_file (owner_id, stem, found_at desc);

-- One watcher among all processes has the lease; a round goes on after the last key that was looked at.
create table drop_watch (
  id          boolean primary key default true check (id),
  look_at     timestamptz not null default now(),     -- when the next look is due
  wake_at     timestamptz,                            -- sooner: something has come, or was too young
  after       text,                                   -- null between rounds
  holder      text not null default '',
  lease_until timestamptz not null default now()
);
insert into drop_watch default values;
