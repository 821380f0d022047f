update upload u set state = 'failed', completed_at = now()
from url_fetch f
where u.id = :upload and u.state = 'open' and f.upload_id = u.id and f.fence = :fence
