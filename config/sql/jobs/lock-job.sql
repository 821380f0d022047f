select j.id, j.asset_id, j.owner_id, j.version, j.profile, j.state, j.failure_code, j.plan is not null as planned
from job j
where j.id = :id
for update of j
