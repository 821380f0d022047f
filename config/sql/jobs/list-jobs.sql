select j.id, j.asset_id, a.type, a.source_key, j.version, j.profile, j.priority, j.state, j.failure_code, j.failure_message,
       case when :everybody or j.callback_owner = :owner then j.callback_url end as callback_url,
       j.created_at, j.started_at, j.finished_at,
       cast(extract(epoch from coalesce(j.started_at, j.finished_at, now()) - j.created_at) as double precision) as waited,
       cast(extract(epoch from coalesce(j.finished_at, now()) - j.started_at) as double precision) as ran,
       coalesce((select sum(weight * progress) / nullif(sum(weight), 0) from task where job_id = j.id and kind <> 'inspect'), 0)
         as progress
from job j join asset a on a.id = j.asset_id
where (:everybody or j.owner_id = :owner)
  and (cast(:status as text) is null or j.state = cast(:status as text))
  and (cast(:asset as uuid) is null or j.asset_id = cast(:asset as uuid))
  and (cast(:type as text) is null or a.type = cast(:type as text))
  and (cast(:profile as text) is null or j.profile = cast(:profile as text))
  and (cast(:priority as text) is null or j.priority = cast(:priority as text))
  and (cast(:since as timestamptz) is null or j.created_at >= cast(:since as timestamptz))
  and (cast(:until as timestamptz) is null or j.created_at < cast(:until as timestamptz))
  and (j.created_at, j.id) < (:before, :beforeId)
order by j.created_at desc, j.id desc
limit :limit
