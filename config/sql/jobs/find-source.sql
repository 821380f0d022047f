select id from asset where source_key = :key and deleted_at is null
