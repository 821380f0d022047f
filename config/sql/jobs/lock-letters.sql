-- Whoever discards one of them makes a failure final: that is before or after, never meanwhile.
select d.id from dead_letter d join task t on t.id = d.task_id where t.job_id = :job for update of d
