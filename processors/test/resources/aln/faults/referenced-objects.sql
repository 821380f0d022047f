-- Every object that a row of the account refers to, with its size in bytes where the row says it. Of a pending asset
-- the source may still come.
select 'raw-assets' as bucket, source_key as key, size as bytes, status <> 'pending' as required from asset
where owner_id = :owner and deleted_at is null
union all
select 'transcoded-assets', poster_key, null, true from asset
where owner_id = :owner and deleted_at is null and poster_key is not null
union all
select 'transcoded-assets', r.init_key, null, true from rendition r join asset a on a.id = r.asset_id
where a.owner_id = :owner and a.deleted_at is null and r.init_key is not null
union all
select 'transcoded-assets', made.key, null, true
from task t join asset a on a.id = t.asset_id
  cross join lateral (
    select t.result ->> 'key'
    union all select jsonb_array_elements_text(t.result -> 'sheets')
    union all select jsonb_array_elements(t.result -> 'tracks') ->> 'key'
    union all select jsonb_array_elements(t.result -> 'thumbnails') ->> 'key') as made (key)
where a.owner_id = :owner and a.deleted_at is null and t.state = 'complete' and made.key is not null
  and t.kind in ('make-poster', 'make-storyboard', 'make-thumbnails', 'make-preview', 'make-download', 'extract-subtitles')
union all
select 'transcoded-assets', made.key, made.bytes, true
from task t join asset a on a.id = t.asset_id
  cross join lateral jsonb_array_elements(t.result -> 'tracks') as each (track)
  cross join lateral (
    select track ->> 'initKey', null
    union all
    select segment ->> 'key', cast(segment ->> 'bytes' as bigint)
    from jsonb_array_elements(track -> 'segments') as one (segment)) as made (key, bytes)
where a.owner_id = :owner and a.deleted_at is null and t.state = 'complete' and made.key is not null
  and t.kind = 'encode-second-set'
union all
select 'transcoded-assets', s.key, s.bytes, true
from segment s join rendition r on r.id = s.rendition_id join asset a on a.id = r.asset_id
where a.owner_id = :owner and a.deleted_at is null
