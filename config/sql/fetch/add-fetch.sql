insert into url_fetch (upload_id, asset_id, owner_id, address, named) values (:upload, :asset, :owner, :address, :named)
