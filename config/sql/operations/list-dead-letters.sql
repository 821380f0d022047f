select id, state, queue, type, message_id, code, cause, left(detail, 500) as detail, attempts, task_id, asset_id,
       asset_title, asset_owner, asset_status, trace_id, cast(headers as text) as headers, left(body, 500) as body, '[]' as history,
       reason, received_at, settled_at
from dead_letter_overview
where (cast(:state as text) is null or state = cast(:state as text))
  and (cast(:queue as text) is null or queue = cast(:queue as text))
  and (cast(:type as text) is null or type = cast(:type as text))
  and (cast(:code as text) is null or code = cast(:code as text))
  and (cast(:asset as uuid) is null or asset_id = cast(:asset as uuid))
  and (cast(:trace as text) is null or trace_id = cast(:trace as text))
  and (cast(:until as timestamptz) is null or received_at < cast(:until as timestamptz))
  and (received_at, id) < (:before, :beforeId)
order by received_at desc, id desc
limit :limit
