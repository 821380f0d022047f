-- The oldest events, but none that would overtake an earlier one of its asset which the broker would not take yet.
select o.id, o.event_id, o.exchange, o.type, o.subject, o.headers, o.data, o.created_at
from outbox o
where o.send_after <= now()
  and not exists (
    select from outbox earlier
    where earlier.subject = o.subject and earlier.id < o.id and earlier.send_after > now())
order by o.id
limit :limit
