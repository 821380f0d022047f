insert into receipt (task_id, fence, worker, body)
select id, fence, worker, cast(:body as jsonb) from task where id = :id and fence = :fence and state = 'running'
on conflict (task_id) do update
  set fence = excluded.fence, worker = excluded.worker, body = excluded.body, created_at = now()
