-- All renditions of a second set with all their segments in one moment: when each of its chunks is complete, once, and of
-- the version that viewers get. Until then they stand in the results of their tasks alone. What an initialisation section
-- says of its codec takes the place of what was planned.
with whole as (
  select j.id, j.asset_id, j.version
  from job j join asset a on a.id = j.asset_id and a.published_version = j.version
  where j.id = :job
    and not exists (select from task t where t.job_id = j.id and t.kind = :kind and t.state <> 'complete')
    and not exists (
      select from rendition r where r.asset_id = j.asset_id and r.version = j.version and r.codec_set = 2)
), track as (
  select whole.asset_id, whole.version, t.spec -> 'renditions' as planned, made.*
  from whole
    join task t on t.job_id = whole.id and t.kind = :kind
    cross join lateral jsonb_to_recordset(t.result -> 'tracks')
      as made (rendition text, timescale int, codec text, "initKey" text, segments jsonb)
), piece as (
  select track.rendition, track.timescale, s.*
  from track cross join lateral jsonb_to_recordset(track.segments)
    as s (number int, start bigint, duration bigint, key text, bytes bigint, "keyBytes" bigint)
), shown as (
  insert into rendition (asset_id, version, codec_set, name, kind, ordinal, width, height, frame_rate, bandwidth, codecs,
                         plan, timescale, init_key)
  select track.asset_id, track.version, 2, track.rendition, 'video', before.ordinal + each.place,
         cast(each.plan ->> 'width' as int), cast(each.plan ->> 'height' as int), before.frame_rate,
         (select max(8 * bytes * timescale / duration) from piece where piece.rendition = track.rendition),
         track.codec, each.plan || jsonb_build_object('codec', track.codec), track.timescale, track."initKey"
  from track
    join lateral jsonb_array_elements(track.planned) with ordinality as each (plan, place)
      on each.plan ->> 'name' = track.rendition
    cross join lateral (
      select max(ordinal) as ordinal, max(frame_rate) as frame_rate
      from rendition r where r.asset_id = track.asset_id and r.version = track.version) before
  where track."initKey" is not null
  returning id, name
), told as (
  update asset set updated_at = now() from whole where asset.id = whole.asset_id
)
insert into segment (rendition_id, number, start_tick, ticks, key, bytes, key_bytes)
select shown.id, piece.number, piece.start, piece.duration, piece.key, piece.bytes, piece."keyBytes"
from piece join shown on shown.name = piece.rendition
