select state, task_id, type, body from dead_letter where id = :id for update
