-- What the broker may have lost after it had confirmed it. Whoever hears it twice asks the database and does it once.
insert into outbox (type, subject, data)
select 'asset.uploaded', a.id,
       jsonb_build_object('asset', a.id, 'owner', a.owner_id, 'size', a.size,
                          'input', jsonb_build_object('bucket', 'raw-assets', 'key', a.source_key))
from asset a
where a.status = 'uploaded' and not exists (select from job where asset_id = a.id)
union all
-- One task of each job that has not ended: a failed one says more than one that is done.
select case ended.state when 'failed' then 'task.failed' else 'task.done' end, ended.asset_id,
       jsonb_build_object('task', ended.id, 'job', ended.job_id, 'asset', ended.asset_id, 'kind', ended.kind)
         || case ended.state when 'failed' then jsonb_build_object('code', coalesce(ended.failure_code, 'failed')) else '{}' end
from (select distinct on (t.job_id) t.*
      from task t join job j on j.id = t.job_id
      where j.state in ('queued', 'running')
        and (t.state = 'complete' or (t.state = 'failed' and t.required))
      order by t.job_id, t.state desc, t.finished_at desc) as ended
union all
select 'asset.complete', a.id, jsonb_build_object('asset', a.id, 'owner', a.owner_id)
from asset a
where a.status = 'complete' and a.visibility = 'public' and a.published_at is null
