-- What still has to happen for the account's assets, or for nobody's: nothing of it may be left in the end.
select 'asset ' || a.filename || ' is ' || a.status as loose_end
from asset a where a.owner_id = :owner and a.status not in ('pending', 'complete', 'failed', 'deleted')
union all
select 'task ' || t.kind || '-' || t.ordinal || ' is ' || t.state || coalesce(': ' || t.failure, '')
from task t join asset a on a.id = t.asset_id where a.owner_id = :owner and t.state in ('queued', 'running')
union all
select 'event ' || o.type || ' waits' || coalesce(': ' || o.failure, '') from outbox o
where o.subject is null or o.subject in (select id from asset where owner_id = :owner)
