update job
set state = :state, failure_code = :code, failure_message = :message, finished_at = now()
where id = :id
