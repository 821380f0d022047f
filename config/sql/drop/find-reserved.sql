-- Which of these files have an asset already.
select d.owner_id as owner, d.path, d.etag, d.asset_id as asset, d.upload_id as upload
from unnest(cast(:owners as uuid[]), cast(:paths as text[]), cast(:etags as text[])) as f (owner, path, etag)
  join dropped_file d on d.owner_id = f.owner and d.path = f.path and d.etag = f.etag
