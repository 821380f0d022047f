insert into task (id, job_id, asset_id, kind, ordinal, required, weight, spec, max_attempts, after, run_after)
values (:id, :job, :asset, :kind, :ordinal, :required, :weight, cast(:spec as jsonb), :maxAttempts, :after,
        case when cast(:after as text) is null then now() else 'infinity' end)
