-- Files that the hub fetches from an address by itself. The row is the truth of what is to be done; the parts that have come
-- are the store's, as with every upload in parts.
alter table upload
  drop constraint upload_state_check,
  add constraint upload_state_check check (state in ('open', 'complete', 'aborted', 'expired', 'failed'));

create table url_fetch (
  upload_id   uuid primary key references upload,
  asset_id    uuid not null references asset,
  owner_id    uuid not null references account,
  address     text,                                  -- null once it is over: it may hold a secret
  named       boolean not null,                      -- whether its creator gave it a file name
  promised    bigint check (promised >= 0),          -- bytes, as the server says; null where it does not
  validator   text,                                  -- strong ETag or Last-Modified of what is fetched; null: cannot go on
  fetched     bigint not null default 0,             -- bytes that have come, those of the part on its way included
  furthest    bigint not null default 0,             -- bytes of whole parts, at best
  attempt     int not null default 0,                -- failures since it last got further
  failure     text,                                  -- the last of them, for its creator
  run_after   timestamptz default now(),             -- not before; null: nothing more is to be done
  fence       bigint not null default 0,             -- one more with each process that takes it
  lease_until timestamptz,
  created_at  timestamptz not null default now()
);
create index url_fetch_due on url_fetch (run_after) where run_after is not null;
create index url_fetch_leased on url_fetch (owner_id, lease_until) where run_after is not null and lease_until is not null;
create index url_fetch_of_asset on url_fetch (asset_id) where run_after is not null;

-- Whoever ends an upload ends its fetch.
create function end_fetch() returns trigger language plpgsql as $$
begin
  update url_fetch set run_after = null, lease_until = null, address = null where upload_id = new.id;
  return null;
end $$;
create trigger upload_ended after update of state on upload for each row
  when (new.method = 'url' and new.state <> 'open') execute function end_fetch();

-- How far a file is that is still being fetched.
create view asset_arrival as
select f.asset_id, f.fetched as received, f.promised as expected, f.failure as trouble,
       jsonb_strip_nulls(jsonb_build_object(
         'uploadId', f.upload_id, 'received', f.fetched, 'expected', f.promised, 'trouble', f.failure,
         'nextTry', case when f.lease_until is null and f.run_after > now() then f.run_after end)) as arrival
from url_fetch f
where f.run_after is not null;
