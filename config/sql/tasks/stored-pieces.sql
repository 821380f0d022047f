-- All objects of a rendition in the order of its file: the initialisation section, then the segments.
select key
from (select -1 as number, init_key as key
      from rendition where asset_id = :asset and version = :version and name = :name
      union all
      select s.number, s.key
      from segment s join rendition r on r.id = s.rendition_id
      where r.asset_id = :asset and r.version = :version and r.name = :name) piece
order by number
