update job
set state = 'failed', failure_code = 'cancelled', failure_message = 'The asset was deleted.', finished_at = now()
where asset_id = :asset and state in ('queued', 'running')
