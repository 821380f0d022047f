-- All segments of one rendition, from the first one on without a hole.
select init_key, timescale, start_tick, ticks, key
from (select r.init_key, r.timescale, s.start_tick, s.ticks, s.key, s.number,
             row_number() over (order by s.number) - 1 as place
      from rendition r join segment s on s.rendition_id = r.id
      where r.asset_id = :asset and r.version = :version and r.name = :name and r.init_key is not null) committed
where number = place
order by number
