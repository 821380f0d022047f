-- The turn of one process to look, while a look is due. A round begins with a clean slate: what wakes it from here on is
-- for the next one.
update drop_watch
set holder = :holder, lease_until = now() + cast(:lease as interval), look_at = least(look_at, now()),
    wake_at = case when after is null then null else wake_at end
where (look_at <= now() or wake_at <= now()) and (holder = :holder or lease_until < now())
returning coalesce(after, '')
