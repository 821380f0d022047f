-- What listeners may have to be told: the owners' assets that are in work or changed lately, and those that are named.
with told as (
  select id from asset
  where owner_id = any (cast(:owners as uuid[])) and deleted_at is null
    and status in ('pending', 'uploaded', 'processing')
  union
  select id from asset
  where owner_id = any (cast(:owners as uuid[])) and updated_at > now() - interval '1 minute'
  union
  select unnest(cast(:assets as uuid[]))
)
select a.id, a.owner_id, a.status, p.progress, v.version is not null as playable, a.failure_code, a.failure_message,
       r.received, r.expected, r.trouble
from told
  join asset a on a.id = told.id
  join asset_progress p on p.asset_id = a.id
  left join asset_playable v on v.asset_id = a.id
  left join asset_arrival r on r.asset_id = a.id
where a.deleted_at is null
