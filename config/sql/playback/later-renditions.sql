-- Of the sets that came after the first, as far as the playback shows them.
select cast(plan as text)
from rendition
where asset_id = :asset and version = :version and codec_set between 2 and :codecSets and init_key is not null
order by ordinal
