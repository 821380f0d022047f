-- The receiver is gone, and what else waits for it is not sent.
with gone as (
  insert into gone_callback (owner_id, url) select owner_id, url from callback where id = :id
  on conflict (owner_id, url) do update set gone_at = now()
  returning owner_id, url
)
update callback c
set state = 'disabled', failure = 'An earlier one was answered with 410.', ended_at = now()
from gone
where c.owner_id = gone.owner_id and c.url = gone.url and c.state = 'waiting' and c.id <> :id
