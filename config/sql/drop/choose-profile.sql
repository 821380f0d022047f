-- How it is encoded, as long as that has not begun.
update asset set profile = :profile, updated_at = now() where id = :asset and status = 'pending'
