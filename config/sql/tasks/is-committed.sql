select exists (select from task where id = :id and fence = :fence and state = 'complete')
