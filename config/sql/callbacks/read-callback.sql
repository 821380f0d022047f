select id, job_id, url, type, state, attempt, http_status, failure, created_at, attempted_at, ended_at,
       case when state = 'waiting' then due_at end as due_at
from callback
where id = :id and (:everybody or owner_id = :owner)
