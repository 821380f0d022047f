-- Only where no other job of the asset runs or has made a version since. A side task comes back without its job.
update job j
set state = case when j.state <> 'failed' then j.state when j.plan is null then 'queued' else 'running' end,
    failure_code = null, failure_message = null, told_at = null,
    finished_at = case when j.state = 'complete' then j.finished_at end
from asset a
where j.id = :job and a.id = j.asset_id and a.deleted_at is null
  and (j.state = 'failed' or exists (select from task t where t.id = cast(:task as uuid) and not t.required))
  and not exists (select from job newer where newer.asset_id = j.asset_id and newer.version > j.version)
