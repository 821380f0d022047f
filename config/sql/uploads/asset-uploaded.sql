update asset set status = 'uploaded', updated_at = now() where id = :asset and status = 'pending'
