insert into task (id, job_id, asset_id, kind, ordinal, required, weight, spec, max_attempts)
values (:id, :job, :asset, :kind, :ordinal, :required, :weight, cast(:spec as jsonb), :maxAttempts)
