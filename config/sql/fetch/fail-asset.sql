-- Its bytes are given back.
update asset set status = 'failed', failure_code = :code, failure_message = :message, size = 0, updated_at = now()
where id = :asset and status = 'pending'
