select a.id, a.title, a.description, a.duration, a.width, a.height, a.poster_key, a.published_at,
       (select preview_key from asset_preview p where p.asset_id = a.id) as preview_key
from asset a
where a.id = :id and a.type = 'video'
