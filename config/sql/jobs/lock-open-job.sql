select j.id, j.asset_id, j.owner_id, j.version, j.profile, j.state, j.failure_code, j.plan is not null as planned
from job j
where j.asset_id = :asset and j.state in ('queued', 'running')
for update of j
