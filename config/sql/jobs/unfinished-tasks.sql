select count(*) from task where job_id = :job and required and state <> 'complete'
