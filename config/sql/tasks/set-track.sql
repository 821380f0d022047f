-- The initialisation section comes with the first chunk, whichever is committed first.
update rendition set timescale = :timescale, init_key = coalesce(cast(:initKey as text), init_key)
where asset_id = :asset and version = :version and name = :name
