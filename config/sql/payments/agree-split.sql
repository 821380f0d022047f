update split_share set agreed_at = coalesce(agreed_at, now())
where asset_id = :asset and version = :version and collaborator_id = :collaborator
