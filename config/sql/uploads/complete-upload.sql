-- Counts one when it was still open.
with completed as (
  update upload set state = 'complete', completed_at = now(), etag = :etag, size = :size where id = :id and state = 'open'
  returning asset_id
), arrived as (
  update asset a set status = 'uploaded', size = :size, updated_at = now()
  from completed c where a.id = c.asset_id and a.status = 'pending'
)
select count(*) from completed
