-- A pending asset, whose row reserves its bytes, and the upload that is to bring them: one statement, as the account is locked
-- from here to the commit.
with asset as (
  insert into asset (id, owner_id, title, description, visibility, filename, content_type, size, source_key, profile)
  values (:asset, :owner, :title, :description, :visibility, :filename, :contentType, :size, :sourceKey, :profile)
)
insert into upload (id, asset_id, owner_id, method, size, part_size, last_modified, expires_at)
values (:id, :asset, :owner, :method, :size, :partSize, :lastModified, now() + cast(:expiry as interval))
