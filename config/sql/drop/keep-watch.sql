-- While a look is under way, nobody else begins one.
update drop_watch set lease_until = now() + cast(:lease as interval)
where holder = :holder and lease_until > now() and look_at <= now()
