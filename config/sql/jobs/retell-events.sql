-- What should have moved on and did not: an arrived asset without a job, an inspection without a plan, a failure or a
-- last task without an end of the job, a complete public asset without its date. Each once, and again after ten times
-- as long. Run by camel-sql as one statement.
with settled as (
  select t.*, j.plan is null as unplanned
  from job j join task t on t.job_id = j.id
  where j.state in ('queued', 'running')
    and (j.told_at is null or j.told_at < now() - 10 * cast(:#${properties:aln.jobs.retell-after} as interval))
    and t.state in ('complete', 'failed')
    and not exists (select from task later
                    where later.job_id = j.id
                      and later.finished_at >= now() - cast(:#${properties:aln.jobs.retell-after} as interval))
), task_event as (
  select distinct on (s.job_id) s.*
  from settled s
  where (s.state = 'failed' and s.required)
     or (s.unplanned and s.kind = 'inspect' and s.state = 'complete')
     or (s.state = 'complete' and not exists (
           select from task t where t.job_id = s.job_id and t.required and t.state <> 'complete'))
  order by s.job_id, s.state = 'failed' and s.required desc, s.finished_at desc
), mute_asset as (
  select 'asset.uploaded' as event, a.* from asset a
  where a.status = 'uploaded' and a.deleted_at is null and not exists (select from job j where j.asset_id = a.id)
  union all
  select 'asset.complete', a.* from asset a
  where a.status = 'complete' and a.deleted_at is null and a.visibility = 'public' and a.published_at is null
), asset_event as (
  select * from mute_asset
  where updated_at < now() - cast(:#${properties:aln.jobs.retell-after} as interval)
    and (told_at is null or told_at < now() - 10 * cast(:#${properties:aln.jobs.retell-after} as interval))
), told_tasks as (
  insert into outbox (type, subject, data)
  select case state when 'failed' then 'task.failed' else 'task.done' end, asset_id,
         jsonb_strip_nulls(jsonb_build_object(
           'task', id, 'job', job_id, 'asset', asset_id, 'kind', kind, 'code', failure_code, 'message', failure))
  from task_event
), told_assets as (
  insert into outbox (type, subject, data)
  select event, id,
         jsonb_build_object(
           'asset', id, 'owner', owner_id, 'size', size,
           'input', jsonb_build_object('bucket', 'raw-assets', 'key', source_key))
  from asset_event
), noted as (
  update job set told_at = now() where id in (select job_id from task_event)
)
update asset set told_at = now() where id in (select id from asset_event)
