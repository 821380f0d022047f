select o.*, case when :admin then o.owner_email end as owner,
       (select side_tasks from asset_side_tasks s where s.asset_id = o.id) as side_tasks,
       (select preview_key from asset_preview p where p.asset_id = o.id) as preview_key,
       (select arrival from asset_arrival r where r.asset_id = o.id) as arrival
from asset_overview o
where o.id = :id and (:admin or o.owner_id = :caller)
