-- Of what was committed; what a worker made and lost shows nowhere.
select t.kind, t.ordinal, t.attempt, r.worker, cast(r.body as text) as body
from receipt r join task t on t.id = r.task_id
where t.job_id = :job and t.state = 'complete' and t.fence = r.fence
order by t.kind desc, t.ordinal
