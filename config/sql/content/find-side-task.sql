select t.state, j.state as job_state
from task t join job j on j.id = t.job_id
where t.id = :task and t.asset_id = :asset and not t.required
for update of t
