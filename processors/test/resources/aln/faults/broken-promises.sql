-- What must hold for the account's assets at every moment, and does not. Sound is shown while it is encoded, and stays
-- until the next attempt has replaced it.
with attempt as (
  select j.asset_id, j.version,
         '/v' || j.version || '/' || t.kind || '-' || t.ordinal || '/' || tried || '/' as folder
  from task t join job j on j.id = t.job_id
    cross join lateral generate_series(
      case when t.kind = 'encode-audio' and t.state in ('queued', 'running') then 1 else t.fence end, t.fence) as tried
  where j.owner_id = :owner
    and (t.state = 'complete' or (t.kind = 'encode-audio' and t.state in ('queued', 'running')))
), shown as (
  select r.asset_id, r.version, s.key
  from segment s join rendition r on r.id = s.rendition_id join asset a on a.id = r.asset_id where a.owner_id = :owner
  union all
  select r.asset_id, r.version, r.init_key
  from rendition r join asset a on a.id = r.asset_id where a.owner_id = :owner and r.init_key is not null
  union all
  select a.id, a.published_version, a.poster_key
  from asset a where a.owner_id = :owner and a.published_version is not null and a.poster_key is not null
)
select 'shown, but not the work of the claim that completed its task: ' || key as promise
from shown
where not exists (
  select from attempt
  where attempt.asset_id = shown.asset_id and attempt.version = shown.version
    and position(attempt.folder in shown.key) > 0)
union all
select 'published before it was whole: ' || a.filename
from asset a
where a.owner_id = :owner and a.published_version is not null
  and not exists (
    select from job j
    where j.asset_id = a.id and j.version = a.published_version and j.state = 'complete'
      and not exists (select from task t where t.job_id = j.id and t.required and t.state <> 'complete'))
union all
select 'complete, but not published: ' || a.filename
from asset a
where a.owner_id = :owner and a.deleted_at is null
  and (a.status = 'complete' or exists (select from job j where j.asset_id = a.id and j.state = 'complete'))
  and a.published_version is distinct from (
    select max(j.version) from job j where j.asset_id = a.id and j.state = 'complete')
