-- Nobody will replay it any more; answers what the sweeper may look at: the version that its failed job had half made.
with given_up as (
  update task set parked = false where id = :task and parked
  returning job_id
)
select a.id as asset, a.owner_id as owner, j.version, j.traceparent
from given_up join job j on j.id = given_up.job_id join asset a on a.id = j.asset_id
where j.state = 'failed' and a.deleted_at is null
