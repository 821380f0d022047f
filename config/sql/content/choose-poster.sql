update asset a
set poster_key = t.key, poster_chosen = true, updated_at = now()
from asset_thumbnail t
where a.id = :asset and t.asset_id = a.id and t.id = :thumbnail
