-- Only one that still takes bytes; see find-upload.sql for the hour.
update upload set expires_at = now() + cast(:expiry as interval)
where id = :id and state = 'open' and expires_at + interval '1 hour' > now()
