update asset
set status = 'complete', published_version = :version, updated_at = now(), failure_code = null, failure_message = null,
    poster_key = coalesce((select result ->> 'key' from task where job_id = :job and kind = 'make-poster'), poster_key)
where id = :asset and status <> 'deleted'
