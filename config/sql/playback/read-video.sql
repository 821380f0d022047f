select id, title, description, duration, width, height, poster_key, published_at
from asset where id = :id and type = 'video'
