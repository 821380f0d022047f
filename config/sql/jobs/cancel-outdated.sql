-- What was still to be made beside earlier versions; a worker still at it loses its lease by this.
update task t
set state = 'failed', failure_code = 'cancelled', failure = 'Not needed any more: a newer version is there.',
    lease_until = null, finished_at = now()
from job j
where j.id = t.job_id and j.asset_id = :asset and j.version < :version and t.state in ('queued', 'running')
