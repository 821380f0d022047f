-- All of it has come.
update url_fetch set promised = :size, fetched = :size where upload_id = :upload and fence = :fence and run_after is not null
