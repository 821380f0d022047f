-- Bits a second of each rendition of a version, as they came out. The peak is the worst segment's; one that is shorter than
-- half of the longest counts together with the one before it (RFC 8216, section 4.3.4.2).
select r.name,
       cast(ceil(max(8.0 * s.bytes / s.ticks) * r.timescale) as bigint) as peak,
       cast(ceil(8.0 * sum(s.own_bytes) / sum(s.own_ticks) * r.timescale) as bigint) as average,
       case when r.kind = 'video' and bool_and(s.key_bytes is not null)
            then cast(ceil(max(8.0 * s.key_bytes / s.ticks) * r.timescale) as bigint) end as key_frames
from rendition r
  join lateral (
    select bytes as own_bytes, ticks as own_ticks,
           bytes + case when short then lag(bytes, 1, 0::bigint) over w else 0 end as bytes,
           ticks + case when short then lag(ticks, 1, 0::bigint) over w else 0 end as ticks,
           key_bytes + case when short then lag(key_bytes, 1, 0::bigint) over w else 0 end as key_bytes
    from (select *, 2 * ticks < max(ticks) over () as short from segment where rendition_id = r.id) each
    window w as (order by number)
  ) s on true
where r.asset_id = :asset and r.version = :version
group by r.id
