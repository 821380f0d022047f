select id, title, description, duration, width, height, poster_key, published_at
from asset
where visibility = 'public' and published_version is not null and deleted_at is null and published_at is not null
  and type = 'video' and (published_at, id) < (:before, :beforeId)
order by published_at desc, id desc
limit :limit
