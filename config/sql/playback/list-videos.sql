select a.id, a.title, a.description, a.duration, a.width, a.height, a.poster_key, a.published_at,
       (select preview_key from asset_preview p where p.asset_id = a.id) as preview_key
from asset a
where a.visibility = 'public' and a.published_version is not null and a.deleted_at is null and a.published_at is not null
  and a.type = 'video' and (a.published_at, a.id) < (:before, :beforeId)
order by a.published_at desc, a.id desc
limit :limit
