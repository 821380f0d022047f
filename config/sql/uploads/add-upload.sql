insert into upload (id, asset_id, owner_id, method, size, part_size, last_modified, expires_at)
values (:id, :asset, :owner, :method, :size, :partSize, :lastModified, now() + cast(:expiry as interval))
