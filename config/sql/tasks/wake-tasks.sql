select wake_tasks(cast(:tasks as uuid[]))
