update playback p set revoked_at = coalesce(p.revoked_at, now())
from asset a
where p.id = :id and a.id = p.asset_id and (:admin or p.viewer_id = :caller or a.owner_id = :caller)
