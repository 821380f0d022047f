-- It begins anew, with what the server says of it now.
update url_fetch set promised = :promised, validator = :validator, fetched = 0
where upload_id = :upload and fence = :fence and run_after is not null
