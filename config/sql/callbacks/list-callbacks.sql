select id, job_id, url, type, state, attempt, http_status, failure, created_at, attempted_at, ended_at,
       case when state = 'waiting' then due_at end as due_at
from callback
where (:everybody or owner_id = :owner)
  and (cast(:job as uuid) is null or job_id = cast(:job as uuid))
  and (cast(:state as text) is null or state = cast(:state as text))
  and (created_at, id) < (:before, :beforeId)
order by created_at desc, id desc
limit :limit
