-- A deleted asset's source goes with it, unless it has become another asset's meanwhile.
select a.owner_id as owner,
       case when a.deleted_at is not null
                 and not exists (select from asset other where other.source_key = a.source_key and other.deleted_at is null)
            then a.source_key end as source
from asset a
where a.id = :asset
