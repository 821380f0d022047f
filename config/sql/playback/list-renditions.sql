select name, kind, width, height, frame_rate, bandwidth, codecs, language
from rendition
where asset_id = :asset and version = :version
order by ordinal
