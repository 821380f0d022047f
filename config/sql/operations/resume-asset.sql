update asset a set status = 'processing', failure_code = null, failure_message = null, updated_at = now()
from task t join job j on j.id = t.job_id
where t.id = :task and a.id = t.asset_id and j.state <> 'complete'
