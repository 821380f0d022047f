select state, task_id, type, body, headers ->> 'cloudEvents_traceparent' as traceparent
from dead_letter
where id = :id
for update
