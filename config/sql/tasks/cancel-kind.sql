-- What is left of a kind of which a task could not be done; with its retry it comes back.
update task t
set state = 'failed', failure_code = 'cancelled', failure = :message, lease_until = null, finished_at = now()
from task failed
where failed.id = :task and failed.state = 'failed'
  and t.job_id = failed.job_id and t.kind = failed.kind and t.state in ('queued', 'running')
