select id, kind, timescale
from rendition
where asset_id = :asset and version = :version and name = :name and init_key is not null
