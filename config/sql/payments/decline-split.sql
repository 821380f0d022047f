update split_share set agreed_at = null, declined_at = now()
where asset_id = :asset and version = :version and collaborator_id = :collaborator
