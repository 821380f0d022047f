-- A wake-up names the task, its asset, its input object and where its output goes.
create function wake_tasks(tasks uuid[]) returns void language sql as $$
  insert into outbox (type, subject, data)
  select 'task.' || t.kind, t.asset_id,
         jsonb_build_object(
           'task', t.id, 'job', t.job_id, 'asset', t.asset_id, 'kind', t.kind,
           'input', jsonb_build_object('bucket', 'raw-assets', 'key', a.source_key),
           'output', jsonb_build_object(
             'bucket', 'transcoded-assets',
             'prefix', 'user_' || a.owner_id || '/' || a.id || '/v' || j.version || '/'
                       || t.kind || '-' || t.ordinal || '/'))
  from task t join job j on j.id = t.job_id join asset a on a.id = t.asset_id
  where t.id = any (tasks);
  update task set woken_at = now() where id = any (tasks);
$$;
