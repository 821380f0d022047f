select id, started_at, finished_at, looked_at, deleted, bytes, aborted, strange, examples, failure
from sweep
where (started_at, id) < (:before, :beforeId)
order by started_at desc, id desc
limit :limit
