update upload set store_id = null where id = :id
