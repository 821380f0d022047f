select cast(board as text) from asset_storyboard where asset_id = :asset and version = :version
