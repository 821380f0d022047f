select t.id, t.key, t.at, t.key = a.poster_key as poster
from asset_thumbnail t join asset a on a.id = t.asset_id
where t.asset_id = :asset
order by t.at, t.id
