-- Those that are still ours keep their lease and tell how far they are.
update url_fetch f
set lease_until = now() + cast(:lease as interval), fetched = mine.fetched
from unnest(cast(:uploads as uuid[]), cast(:fences as bigint[]), cast(:fetched as bigint[])) as mine (upload, fence, fetched)
where f.upload_id = mine.upload and f.fence = mine.fence and f.run_after is not null
returning f.upload_id
