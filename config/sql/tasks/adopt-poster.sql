-- The best still is the poster until the owner chooses one; the still of a moment was asked for as the poster.
update asset a
set poster_key = :key, poster_chosen = a.poster_chosen or t.ordinal > 0, updated_at = now()
from task t join job j on j.id = t.job_id
where t.id = :task and a.id = t.asset_id and j.version = a.published_version and (t.ordinal > 0 or not a.poster_chosen)
