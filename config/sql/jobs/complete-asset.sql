update asset
set status = 'complete', published_version = :version, updated_at = now(), failure_code = null, failure_message = null,
    poster_key = case
      when poster_chosen then poster_key
      else coalesce((select result ->> 'key' from task where job_id = :job and kind = 'make-poster'), poster_key)
    end
where id = :asset and status <> 'deleted'
