select id, state, queue, type, message_id, cause, detail, attempts, task_id, asset_id, cast(headers as text) as headers,
       left(body, 500) as body, reason, received_at, settled_at
from dead_letter
where (cast(:state as text) is null or state = cast(:state as text)) and (received_at, id) < (:before, :beforeId)
order by received_at desc, id desc
limit :limit
