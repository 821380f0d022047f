select key
from (select sheets ->> cast(:number as int) as key from asset_storyboard where asset_id = :asset and version = :version) s
where key is not null
