select job_id from task where id = :task
