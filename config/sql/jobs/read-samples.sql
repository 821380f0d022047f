select cast(coalesce(result -> 'fit', '{"rungs": []}') as text)
from task where job_id = :job and kind = 'inspect' and state = 'complete'
