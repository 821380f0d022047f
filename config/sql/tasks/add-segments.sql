-- A track that is shown while it is encoded may have been shown by an earlier attempt: then this one's segments count.
insert into segment (rendition_id, number, start_tick, ticks, key, bytes, key_bytes)
select r.id, s.number, s.start_tick, s.ticks, s.key, s.bytes, s.key_bytes
from rendition r,
     unnest(cast(:numbers as int[]), cast(:starts as bigint[]), cast(:ticks as bigint[]), cast(:keys as text[]),
            cast(:bytes as bigint[]), cast(:keyBytes as bigint[]))
       as s (number, start_tick, ticks, key, bytes, key_bytes)
where r.asset_id = :asset and r.version = :version and r.name = :name
on conflict (rendition_id, number) do update
  set start_tick = excluded.start_tick, ticks = excluded.ticks, key = excluded.key, bytes = excluded.bytes,
      key_bytes = excluded.key_bytes
