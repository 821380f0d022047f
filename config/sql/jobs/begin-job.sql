update job set state = 'running', started_at = now(), plan = cast(:plan as jsonb) where id = :id
