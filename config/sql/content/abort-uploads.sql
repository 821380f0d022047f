update upload set state = 'aborted', completed_at = now() where asset_id = :asset and state = 'open'
