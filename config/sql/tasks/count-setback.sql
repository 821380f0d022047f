update task set setbacks = setbacks + 1
where id = :id and fence = :fence and state = 'running'
returning setbacks
