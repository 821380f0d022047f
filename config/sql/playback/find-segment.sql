select s.key
from segment s join rendition r on r.id = s.rendition_id
where r.asset_id = :asset and r.version = :version and r.name = :name and s.number = :number
