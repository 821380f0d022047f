-- What an earlier attempt had shown of a rendition that now lies below this attempt's prefix as a whole.
delete from segment s
using rendition r
where s.rendition_id = r.id and r.asset_id = :asset and r.version = :version and r.name = any (cast(:names as text[]))
  and not starts_with(s.key, :prefix)
