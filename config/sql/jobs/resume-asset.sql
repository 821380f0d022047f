update asset a set status = 'processing', failure_code = null, failure_message = null, updated_at = now()
from job j
where j.id = :job and a.id = j.asset_id and j.state <> 'complete'
