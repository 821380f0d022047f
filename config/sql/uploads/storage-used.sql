select storage_used from account where id = :owner
