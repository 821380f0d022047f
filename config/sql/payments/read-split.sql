select s.*
from split_overview s
where s.id = :asset and s.deleted_at is null
  and (:admin or s.owner_id = :caller
    or exists (select from split_share c
               where c.asset_id = s.id and c.collaborator_id = :caller and c.version in (s.in_force, s.newest)))
