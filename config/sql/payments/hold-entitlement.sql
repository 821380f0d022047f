update entitlement
set revoked_at = case when :holds then null else coalesce(revoked_at, now()) end
where sale_id = :sale and (revoked_at is null) <> :holds
