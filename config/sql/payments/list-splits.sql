select s.*
from (select distinct asset_id from split_share where collaborator_id = :caller) mine
  join split_overview s on s.id = mine.asset_id
where s.deleted_at is null
  and exists (select from split_share c
              where c.asset_id = s.id and c.collaborator_id = :caller and c.version in (s.in_force, s.newest))
  and (s.proposed_at, s.id) < (:before, :beforeId)
order by s.proposed_at desc, s.id desc
limit :limit
