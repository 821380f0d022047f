update upload set size = :size, part_size = :partSize, store_id = :storeId where id = :upload and state = 'open'
