select cast(plan as text) from job where id = :job
