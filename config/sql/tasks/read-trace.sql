select j.traceparent from task t join job j on j.id = t.job_id where t.id = :task
