select not exists (select from price where asset_id = a.id)
  or :admin
  or coalesce(a.owner_id = cast(:account as uuid), false)
  or exists (
    select from split_share c
    where c.asset_id = a.id and c.collaborator_id = cast(:account as uuid) and c.bps > 0
      and c.version = (select max(version) from split where asset_id = a.id and in_force_at is not null))
  or exists (
    select from entitlement e
    where e.asset_id = a.id and (e.buyer_id = cast(:account as uuid) or e.email = cast(:email as text))
      and e.revoked_at is null and (e.ends_at is null or e.ends_at > now()))
from asset a
where a.id = :asset
