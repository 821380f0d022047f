update split s set in_force_at = now()
where asset_id = :asset and version = :version and in_force_at is null
  and not exists (
    select from split_share c where c.asset_id = s.asset_id and c.version = s.version and c.agreed_at is null)
