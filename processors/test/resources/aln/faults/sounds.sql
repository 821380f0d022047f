-- Segments of sound of an account's assets that anybody may hear by now.
select count(*)
from segment s join rendition r on r.id = s.rendition_id join asset a on a.id = r.asset_id
where a.owner_id = :owner and r.kind = 'audio'
