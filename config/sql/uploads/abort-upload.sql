update upload set state = 'aborted', completed_at = now() where id = :id and state = 'open'
