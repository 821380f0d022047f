delete from price where asset_id = :asset
