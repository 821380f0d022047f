select cast(coalesce(sum(s.ticks), 0) as bigint)
from segment s join rendition r on r.id = s.rendition_id
where r.asset_id = :asset and r.version = :version and r.name = :name
