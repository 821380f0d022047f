select owner_id from asset
where id = :id and (:admin or owner_id = :caller) and deleted_at is null
for update
