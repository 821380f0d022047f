delete from handled_event where handled_at < now() - interval '7 days'
