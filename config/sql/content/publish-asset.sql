update asset set published_at = now()
where id = :asset and visibility = 'public' and status = 'complete' and published_at is null
