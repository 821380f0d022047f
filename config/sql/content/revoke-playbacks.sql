update playback set revoked_at = now() where asset_id = :asset and revoked_at is null
