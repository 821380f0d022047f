select cast(result as text) from task where job_id = :job and kind = 'inspect' and state = 'complete'
