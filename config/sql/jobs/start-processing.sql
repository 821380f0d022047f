update asset
set status = 'processing', failure_code = null, failure_message = null, updated_at = now()
where id = :asset and status <> 'deleted'
