update asset set status = 'processing', failure_code = null, failure_message = null, updated_at = now()
where id = (select asset_id from task where id = :task)
