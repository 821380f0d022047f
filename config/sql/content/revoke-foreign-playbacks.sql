update playback p set revoked_at = now()
from asset a
where p.asset_id = :asset and a.id = p.asset_id and p.viewer_id is distinct from a.owner_id and p.revoked_at is null
