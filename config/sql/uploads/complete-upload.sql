update upload set state = 'complete', completed_at = now(), etag = :etag, size = :size where id = :id and state = 'open'
