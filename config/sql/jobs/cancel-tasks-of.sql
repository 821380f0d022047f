-- Of all jobs of an asset; a worker still at it loses its lease by this.
update task
set state = 'failed', failure_code = 'cancelled', failure = :message, lease_until = null, finished_at = now()
where asset_id = :asset and state in ('queued', 'running')
