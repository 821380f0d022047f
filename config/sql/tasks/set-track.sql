update rendition set timescale = :timescale, init_key = :initKey
where asset_id = :asset and version = :version and name = :name
