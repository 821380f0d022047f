-- What an older hub left is the inspection alone.
select cast(jsonb_build_object('inspection', coalesce(result -> 'inspection', result), 'fit', result -> 'fit') as text)
from task where job_id = :job and kind = 'inspect' and state = 'complete'
