select poster_key from asset where id = :asset and poster_key is not null
