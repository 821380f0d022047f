delete from rendition where id in (select id from unwanted_rendition where asset_id = :asset)
