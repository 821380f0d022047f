-- Only where no other job of the asset runs or has made a version since.
update job j
set state = case when j.plan is null then 'queued' else 'running' end,
    failure_code = null, failure_message = null, finished_at = null
from task t, asset a
where t.id = :task and j.id = t.job_id and a.id = j.asset_id and a.deleted_at is null
  and j.state = 'failed'
  and not exists (select from job newer where newer.asset_id = j.asset_id and newer.version > j.version)
