select coalesce(s.version, 0) as version, coalesce(c.collaborator_id, a.owner_id) as collaborator,
       coalesce(c.bps, 10000) as bps
from asset a
  left join lateral (
    select version from split where asset_id = a.id and in_force_at is not null order by version desc limit 1) s on true
  left join split_share c on c.asset_id = a.id and c.version = s.version and c.bps > 0
where a.id = :asset
