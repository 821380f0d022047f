-- Pending assets with their open uploads, created in the order of the files.
with file as (
  select f.*, now() + (f.place - 1) * interval '1 microsecond' as found_at
  from unnest(cast(:owners as uuid[]), cast(:paths as text[]), cast(:stems as text[]), cast(:etags as text[]),
              cast(:sizes as bigint[]), cast(:contentTypes as text[]), cast(:sourceKeys as text[]),
              cast(:assets as uuid[]), cast(:uploads as uuid[]))
       with ordinality as f (owner, path, stem, etag, size, content_type, source_key, asset, upload, place)
), asset as (
  insert into asset (id, owner_id, title, filename, content_type, size, source_key, created_at)
  select asset, owner, regexp_replace(stem, '^.*/', ''), regexp_replace(path, '^.*/', ''), content_type, size, source_key,
         found_at
  from file
), upload as (
  insert into upload (id, asset_id, owner_id, method, size, expires_at)
  select upload, asset, owner, 'drop', size, now() + cast(:expiry as interval) from file
)
insert into dropped_file (owner_id, path, etag, stem, asset_id, upload_id, found_at)
select owner, path, etag, stem, asset, upload, found_at from file
