delete from idempotency_key where created_at < now() - interval '24 hours'
