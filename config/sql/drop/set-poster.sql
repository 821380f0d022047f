-- The owner's own picture: nothing replaces it by itself.
update asset set poster_key = :key, poster_chosen = true, updated_at = now()
where id = :asset and deleted_at is null
