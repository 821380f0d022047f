-- It belongs to whose prefix it lies under; an admin's own where that is nobody.
insert into asset (id, owner_id, status, title, filename, content_type, size, source_key)
values (:id,
        coalesce((select id from account where 'user_' || id = split_part(:key, '/', 1)), :caller),
        'uploaded', :title, :filename, :contentType, :size, :key)
