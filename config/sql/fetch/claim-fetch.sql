-- What is due and nobody's, first of those who have the fewest under way.
with due as (
  select f.upload_id
  from url_fetch f
  where f.run_after <= now() and (f.lease_until is null or f.lease_until < now())
  order by (select count(*) from url_fetch other
            where other.owner_id = f.owner_id and other.run_after is not null and other.lease_until > now()),
           f.run_after
  limit 1
  for update skip locked
)
update url_fetch f
set fence = f.fence + 1, lease_until = now() + cast(:lease as interval)
from due, upload u, asset a
where f.upload_id = due.upload_id and u.id = f.upload_id and a.id = f.asset_id
returning f.upload_id as upload, f.asset_id as asset, f.owner_id as owner, f.fence, f.address, f.named, f.promised,
          f.validator, f.furthest, f.attempt, a.filename, a.title, a.content_type, a.source_key, u.store_id, u.part_size,
          u.expires_at as ends_at
