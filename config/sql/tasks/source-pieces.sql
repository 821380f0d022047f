-- What the source of the job was cut into.
select cast(result as text) from task where job_id = :job and kind = 'remux-source' and state = 'complete'
