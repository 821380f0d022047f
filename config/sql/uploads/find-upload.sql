select u.id, u.asset_id, u.owner_id, u.method, u.size, u.part_size, u.store_id, a.source_key, a.content_type, u.expires_at,
       case when u.state = 'open' and u.expires_at + interval '1 hour' < now() then 'expired' else u.state end as state
from upload u join asset a on a.id = u.asset_id
where u.id = :id and u.owner_id = :owner
