update callback
set state = 'waiting', attempt = 0, due_at = now(), woken_at = now(), ended_at = null
where id = :id
