-- Whether what a failed job has finished is still there, and stays a while: nobody begins to sweep it at this moment.
select exists (select from job j join kept_version k on k.asset_id = j.asset_id and k.version = j.version
               where j.id = :job
                 and (j.finished_at > now() - interval '23 hours' or j.failure_code is distinct from 'cancelled'))
