-- The size reserves its bytes. A title that was made of the file's name follows it.
update asset
set size = :size, content_type = :contentType, filename = :filename,
    title = case when title = :titleBefore then :title else title end, updated_at = now()
where id = :asset and status = 'pending'
