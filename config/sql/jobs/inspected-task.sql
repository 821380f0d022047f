select id from task where job_id = :job and kind = 'inspect' and state = 'complete'
