-- One teller at a time for each, and not many for one account, so that a slow receiver holds up nobody else's. No row: it
-- is not due, somebody is at it, or its turn comes later.
update callback c
set attempt = attempt + 1, fence = fence + 1, attempted_at = now(), lease_until = now() + interval '1 minute'
from account a
where c.id = :id and a.id = c.owner_id and c.state = 'waiting' and c.due_at <= now()
  and (c.lease_until is null or c.lease_until < now())
  and (select count(*) from callback other where other.owner_id = c.owner_id and other.lease_until > now()) < 2
returning c.id, c.owner_id, c.url, c.body, c.attempt, c.fence, a.callback_secret as secret,
          coalesce(a.callback_rotated_at > now() - interval '24 hours', false) as rotated
