select *, owner_email as owner from asset_overview
where cast(:owner as uuid) is null
  and (cast(:status as text) is null or status = cast(:status as text))
  and (cast(:type as text) is null or type = cast(:type as text))
  and (created_at, id) < (:before, :beforeId)
order by created_at desc, id desc
limit :limit
