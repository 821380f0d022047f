insert into playback (id, token, asset_id, version, viewer_id, expires_at, codec_sets)
values (:id, :token, :asset, :version, cast(:viewer as uuid), now() + cast(:expiry as interval),
        coalesce((select max(codec_set) from rendition where asset_id = :asset and version = :version), 1))
returning expires_at
