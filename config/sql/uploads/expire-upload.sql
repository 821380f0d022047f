update upload set state = 'expired', completed_at = now()
where id = :id and state = 'open' and expires_at + interval '1 hour' < now()
returning asset_id, owner_id
