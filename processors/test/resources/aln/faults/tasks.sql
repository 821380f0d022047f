-- The account's tasks as they are now. A worker's name begins with the number of its process.
select t.id, t.asset_id as asset, t.kind, t.ordinal, t.state, t.fence, t.attempt, t.progress,
       case when t.state = 'running' then extract(epoch from now() - t.started_at) else 0 end as held,
       coalesce(cast(split_part(t.worker, '@', 1) as bigint), 0) as process
from task t join asset a on a.id = t.asset_id
where a.owner_id = :owner
order by t.kind, t.ordinal
