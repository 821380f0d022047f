-- A playback that can still be used.
select p.asset_id, p.version, p.expires_at, a.poster_key is not null as poster
from playback p join asset a on a.id = p.asset_id
where p.id = :id and p.token = :token and p.revoked_at is null and p.expires_at > now() and a.deleted_at is null
