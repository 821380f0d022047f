select profile from job where id = :job
