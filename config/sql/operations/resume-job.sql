-- Only where no other job of the asset runs or has made a version since. A side task comes back without its job.
update job j
set state = case when j.state <> 'failed' then j.state when j.plan is null then 'queued' else 'running' end,
    failure_code = null, failure_message = null,
    finished_at = case when j.state = 'complete' then j.finished_at end
from task t, asset a
where t.id = :task and j.id = t.job_id and a.id = j.asset_id and a.deleted_at is null
  and (j.state = 'failed' or not t.required)
  and not exists (select from job newer where newer.asset_id = j.asset_id and newer.version > j.version)
