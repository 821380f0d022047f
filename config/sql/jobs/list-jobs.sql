select j.id, j.asset_id, j.version, j.profile, j.state, j.failure_code, j.failure_message,
       j.created_at, j.started_at, j.finished_at,
       coalesce((select sum(weight * progress) / nullif(sum(weight), 0) from task where job_id = j.id and kind <> 'inspect'), 0)
         as progress
from job j
where (:everybody or j.owner_id = :owner)
  and (cast(:status as text) is null or j.state = cast(:status as text))
  and (j.created_at, j.id) < (:before, :beforeId)
order by j.created_at desc, j.id desc
limit :limit
