-- The plan of the version that viewers get, with the number of the next still of it and whether one is being taken.
select j.id as job, cast(j.plan as text) as plan, a.duration,
       (select coalesce(max(ordinal), 0) + 1 from task where job_id = j.id and kind = 'make-thumbnails') as ordinal,
       exists (select from task
               where job_id = j.id and kind = 'make-thumbnails' and ordinal > 0 and state in ('queued', 'running')) as busy
from asset a join shown_job s on s.asset_id = a.id join job j on j.id = s.job_id
where a.id = :asset and a.status = 'complete' and a.type = 'video'
