-- Attempts before the one that was committed: what they had stored is visible to nobody.
select a.id as asset, a.owner_id as owner, j.version, t.kind || '-' || t.ordinal as task, lost.fence
from task t
  join job j on j.id = t.job_id
  join asset a on a.id = t.asset_id,
  generate_series(1, t.fence - 1) as lost (fence)
where t.asset_id = :asset and t.state = 'complete' and a.deleted_at is null
