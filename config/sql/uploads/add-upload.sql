insert into upload (id, asset_id, owner_id, method, size, expires_at)
values (:id, :asset, :owner, 'put', :size, now() + cast(:expiry as interval))
