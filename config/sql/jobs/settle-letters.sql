-- What was given up is tried again: nobody need look at it any more.
update dead_letter d set state = 'replayed', settled_at = now()
from task t
where t.job_id = :job and d.task_id = t.id and t.state <> 'failed' and d.state = 'parked'
