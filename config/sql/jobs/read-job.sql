select j.id, j.asset_id, a.type, a.source_key, j.version, j.profile, j.priority, j.state, j.failure_code, j.failure_message,
       case when :everybody or j.callback_owner = :owner then j.callback_url end as callback_url,
       j.created_at, j.started_at, j.finished_at,
       cast(extract(epoch from coalesce(j.started_at, j.finished_at, now()) - j.created_at) as double precision) as waited,
       cast(extract(epoch from coalesce(j.finished_at, now()) - j.started_at) as double precision) as ran,
       coalesce((select sum(weight * progress) / nullif(sum(weight), 0) from task where job_id = j.id and kind <> 'inspect'), 0)
         as progress
from job j join asset a on a.id = j.asset_id
where j.id = :id and (:everybody or a.owner_id = :owner)
