insert into split (asset_id, version)
select :asset, coalesce(max(version), 0) + 1 from split where asset_id = :asset
returning version
