update asset set status = 'deleted', deleted_at = now(), updated_at = now() where id = :id
