update job set priority = :priority where id = :id
