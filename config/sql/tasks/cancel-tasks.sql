-- What is left of a job that ended; a worker still at it loses its lease by this.
update task
set state = 'failed', failure_code = 'cancelled', failure = :message, lease_until = null, finished_at = now()
where job_id = :job and state in ('queued', 'running')
