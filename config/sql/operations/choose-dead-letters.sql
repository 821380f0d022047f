-- What an admin may still decide about, newest first as in the list.
select id, received_at
from dead_letter
where state = 'parked'
  and (cast(:queue as text) is null or queue = cast(:queue as text))
  and (cast(:type as text) is null or type = cast(:type as text))
  and (cast(:code as text) is null or code = cast(:code as text))
  and (cast(:asset as uuid) is null or asset_id = cast(:asset as uuid))
  and (cast(:trace as text) is null or trace_id = cast(:trace as text))
  and (cast(:until as timestamptz) is null or received_at < cast(:until as timestamptz))
  and (received_at, id) < (:before, :beforeId)
order by received_at desc, id desc
limit :limit
