update asset
set type = :type, duration = :duration, width = :width, height = :height, updated_at = now()
where id = :asset
