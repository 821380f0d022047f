update asset set status = 'uploaded', size = :size, updated_at = now() where id = :asset and status = 'pending'
