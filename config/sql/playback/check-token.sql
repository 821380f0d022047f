select p.asset_id, p.version, p.codec_sets,
       coalesce(j.state = 'complete', false) as complete,
       p.revoked_at is null and p.expires_at > now() and a.deleted_at is null as valid
from playback p
  join asset a on a.id = p.asset_id
  left join job j on j.asset_id = p.asset_id and j.version = p.version
where p.token = :token
