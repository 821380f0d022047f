-- What is to become of objects in the raw bucket: wanted is the source of an asset that is there, whatever its key, and
-- what came with it.
select s.key as place,
       case
         when exists (select from asset a where a.source_key = s.key and a.deleted_at is null)
           or (s.key not like '%/source'
             and exists (select from asset a where a.id = s.asset and a.owner_id = s.owner and a.deleted_at is null))
           then 'wanted'
         when exists (select from account where id = s.owner) then 'unwanted'
         else 'strange'
       end as verdict
from unnest(cast(:keys as text[]), cast(:owners as uuid[]), cast(:assets as uuid[])) as s (key, owner, asset)
