select c.id, c.job_id as job, j.asset_id as asset, coalesce(c.lease_until > now(), false) as in_flight
from callback c join job j on j.id = c.job_id
where c.id = :id and (:everybody or c.owner_id = :owner)
for update of c
