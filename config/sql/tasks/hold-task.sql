-- A row while the claim still holds the task; nobody changes that before the end of the transaction.
select id from task where id = :id and fence = :fence and state = 'running' for update
