select kind, required, failure_code, failure from task where id = :task and state = 'failed'
