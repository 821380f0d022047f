-- Nothing while a job runs, or while an admin may replay what was parked: then what was made is wanted.
select a.id as asset, a.owner_id as owner, a.source_key, a.deleted_at is not null as deleted,
       coalesce((select max(version) from job j where j.asset_id = a.id and j.state = 'failed'
                 and j.version is distinct from a.published_version), 0) as failed_version
from asset a
where a.id = :asset
  and (a.deleted_at is not null
    or (a.status = 'failed' and not exists (select from task t where t.asset_id = a.id and t.parked)))
