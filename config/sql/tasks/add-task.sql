insert into task (id, job_id, asset_id, kind, ordinal, required, weight, spec, max_attempts, after, run_after, due_after,
                  due_at, rank)
select :id, j.id, :asset, :kind, :ordinal, :required, :weight, cast(:spec as jsonb), :maxAttempts, :after,
       case when cast(:after as text) is null then now() else 'infinity' end,
       cast(:dueAfter as interval), j.created_at + cast(:dueAfter as interval),
       rank_of(j.priority)
from job j
where j.id = :job
