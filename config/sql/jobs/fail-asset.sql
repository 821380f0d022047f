update asset
set status = 'failed', failure_code = :code, failure_message = :message, updated_at = now()
where id = :asset and status <> 'deleted'
