-- What waits in the outbox about the account's assets, with the reason why the broker would not take it.
select o.type, coalesce(o.failure, '') as failure
from outbox o join asset a on a.id = o.subject
where a.owner_id = :owner
order by o.id
