select piece ->> 'key'
from asset_subtitles s cross join lateral jsonb_array_elements(s.tracks) as text (piece)
where s.asset_id = :asset and s.version = :version and piece -> 'track' ->> 'name' = :name
