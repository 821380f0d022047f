select attempt from url_fetch where upload_id = :upload
