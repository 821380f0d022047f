delete from rendition where asset_id = :asset and version = :version
