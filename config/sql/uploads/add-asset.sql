insert into asset (id, owner_id, title, description, visibility, filename, content_type, size, source_key, profile)
values (:id, :owner, :title, :description, :visibility, :filename, :contentType, :size, :sourceKey, :profile)
