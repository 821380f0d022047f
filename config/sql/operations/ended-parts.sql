-- Uploads in parts that are over for so long that no signed address of a part holds any more.
select u.id, a.source_key as key, u.store_id
from upload u join asset a on a.id = u.asset_id
where u.state <> 'open' and u.store_id is not null and u.completed_at < now() - cast(:age as interval)
order by u.completed_at
limit 1000
