select id as task, job_id as job, asset_id as asset, kind, fence, attempt
from task
where id = :id and fence = :fence and state = 'running' and lease_over(lease_until)
for update
