select *, case when :admin then owner_email end as owner
from asset_overview
where id = :id and (:admin or owner_id = :caller)
