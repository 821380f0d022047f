update task
set state = 'failed', failure_code = 'cancelled', failure = 'The asset was deleted.', lease_until = null,
    finished_at = now()
where asset_id = :asset and state in ('queued', 'running')
