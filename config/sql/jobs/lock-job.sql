select j.id, j.asset_id, a.owner_id, j.version, j.profile, j.state, j.plan is not null as planned
from job j join asset a on a.id = j.asset_id
where j.id = :id
for update of j
