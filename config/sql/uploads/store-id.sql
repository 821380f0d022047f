select store_id from upload where id = :id
