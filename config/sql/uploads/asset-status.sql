select id as asset_id, status from asset where id = :asset
