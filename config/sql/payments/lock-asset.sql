select owner_id from asset where id = :asset and deleted_at is null for no key update
