select id, kind, ordinal, state, required, attempt, progress, failure, started_at, finished_at
from task where job_id = :job order by created_at, kind, ordinal
