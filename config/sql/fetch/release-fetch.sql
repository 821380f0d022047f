update url_fetch set run_after = now(), lease_until = null
where upload_id = :upload and fence = :fence and run_after is not null
