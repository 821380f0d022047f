update url_fetch
set run_after = now() + cast(:pause as interval), lease_until = null, attempt = :attempt, failure = :failure
where upload_id = :upload and fence = :fence and run_after is not null
