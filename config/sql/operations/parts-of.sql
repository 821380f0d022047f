select u.id, a.source_key as key, u.store_id
from upload u join asset a on a.id = u.asset_id
where u.asset_id = :asset and u.state <> 'open' and u.store_id is not null
