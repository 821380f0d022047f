select cast(text.piece -> 'track' as text)
from asset_subtitles s cross join lateral jsonb_array_elements(s.tracks) with ordinality as text (piece, place)
where s.asset_id = :asset and s.version = :version
order by text.place
