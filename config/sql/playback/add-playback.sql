insert into playback (id, token, asset_id, version, viewer_id, expires_at)
values (:id, :token, :asset, :version, cast(:viewer as uuid), now() + cast(:expiry as interval))
returning expires_at
