-- Keeps what this process still holds and says how far it is; a lease that is not in the answer is lost.
update task t
set lease_until = now() + cast(:lease as interval),
    progress = greatest(t.progress, held.progress)
from unnest(cast(:tasks as uuid[]), cast(:fences as bigint[]), cast(:progress as double precision[]))
     as held (id, fence, progress)
where t.id = held.id and t.fence = held.fence and t.state = 'running'
returning t.id
