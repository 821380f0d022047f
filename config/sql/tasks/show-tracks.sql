-- All tracks of a piece of work in one moment. The initialisation section comes with the first chunk, whichever is
-- committed first; later ones change nothing of the rendition. A track that is shown while it is encoded may have been
-- shown by an earlier attempt: then this one's segments count.
with track as (
  select r.id, made.timescale, coalesce(made."initKey", r.init_key) as init_key, made.segments
  from jsonb_to_recordset(cast(:tracks as jsonb))
      as made (rendition text, timescale int, "initKey" text, segments jsonb)
    join rendition r on r.asset_id = :asset and r.version = :version and r.name = made.rendition
), begun as materialized (                    -- locked in one order: two chunks may be committed at once
  select r.id, track.timescale, track.init_key
  from rendition r join track using (id)
  where (r.timescale, r.init_key) is distinct from (track.timescale, track.init_key)
  order by r.id
  for no key update of r
), told as (
  update rendition r set timescale = begun.timescale, init_key = coalesce(begun.init_key, r.init_key)
  from begun where r.id = begun.id
)
insert into segment (rendition_id, number, start_tick, ticks, key, bytes, key_bytes)
select track.id, s.number, s.start, s.duration, s.key, s.bytes, s."keyBytes"
from track cross join lateral jsonb_to_recordset(track.segments)
    as s (number int, start bigint, duration bigint, key text, bytes bigint, "keyBytes" bigint)
on conflict (rendition_id, number) do update
  set start_tick = excluded.start_tick, ticks = excluded.ticks, key = excluded.key, bytes = excluded.bytes,
      key_bytes = excluded.key_bytes
