-- What came to nothing, or was deleted since, may come again as something new.
delete from dropped_file d
using unnest(cast(:owners as uuid[]), cast(:paths as text[]), cast(:etags as text[])) as f (owner, path, etag),
      upload u, asset a
where d.owner_id = f.owner and d.path = f.path and d.etag = f.etag and u.id = d.upload_id and a.id = d.asset_id
  and (a.deleted_at is not null or u.state in ('aborted', 'expired'))
