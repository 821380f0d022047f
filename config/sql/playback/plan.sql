select cast(plan as text) from job where asset_id = :asset and version = :version
