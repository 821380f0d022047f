select o.*, null as owner,
       (select side_tasks from asset_side_tasks s where s.asset_id = o.id) as side_tasks,
       (select preview_key from asset_preview p where p.asset_id = o.id) as preview_key,
       (select arrival from asset_arrival r where r.asset_id = o.id) as arrival
from asset_overview o
where o.owner_id = :owner
  and (cast(:status as text) is null or o.status = cast(:status as text))
  and (cast(:type as text) is null or o.type = cast(:type as text))
  and (o.created_at, o.id) < (:before, :beforeId)
order by o.created_at desc, o.id desc
limit :limit
