update idempotency_key set answer = cast(:answer as jsonb)
where owner_id = :owner and operation = :operation and key = :key
