update upload set state = 'complete', completed_at = now(), etag = :etag where id = :id and state = 'open'
