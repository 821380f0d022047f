-- Open uploads in parts, newest first; those of one file where it is named.
select u.id as upload_id, u.asset_id, a.source_key as key, a.filename, a.content_type, u.size, u.part_size, u.last_modified,
       u.created_at, u.expires_at
from upload u join asset a on a.id = u.asset_id
where u.owner_id = :owner and u.state = 'open' and u.method = 'multipart' and u.expires_at > now()
  and (cast(:filename as text) is null or a.filename = cast(:filename as text))
  and (cast(:size as bigint) is null or u.size = cast(:size as bigint))
  and (cast(:lastModified as bigint) is null or u.last_modified = cast(:lastModified as bigint))
  and (u.created_at, u.id) < (:before, :beforeId)
order by u.created_at desc, u.id desc
limit :limit
