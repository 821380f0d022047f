-- Work goes on; once an hour is enough to say so.
update upload set expires_at = now() + cast(:expiry as interval)
where id = :id and state = 'open' and expires_at < now() + cast(:expiry as interval) - interval '1 hour'
