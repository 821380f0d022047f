select p.version, a.poster_key is not null as poster, a.status, a.failure_message
from asset a left join asset_playable p on p.asset_id = a.id
where a.id = :asset
  and a.deleted_at is null
  and (a.visibility in ('public', 'unlisted') or a.owner_id = cast(:viewer as uuid) or :admin)
