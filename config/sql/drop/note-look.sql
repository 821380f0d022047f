-- Where the round goes on, or when the next one begins.
update drop_watch
set after = :after, look_at = case when cast(:after as text) is null then now() + cast(:pause as interval) else now() end
where holder = :holder
