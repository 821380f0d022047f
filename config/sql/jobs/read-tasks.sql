select t.id, t.kind, t.ordinal, t.state, t.required, t.attempt, t.max_attempts, t.progress, t.failure, t.created_at,
       t.started_at, t.finished_at,
       cast(case when t.state <> 'queued' then extract(epoch from coalesce(t.finished_at, now()) - t.started_at) end
            as double precision) as seconds,
       cast((select coalesce(jsonb_agg(jsonb_build_object(
                      'attempt', f.attempt, 'startedAt', f.started_at, 'endedAt', f.ended_at, 'code', f.code)
                    order by f.fence), '[]')
             from task_attempt f where f.task_id = t.id) as text) as failed_attempts
from task t
where t.job_id = :job
order by t.created_at, t.kind, t.ordinal
