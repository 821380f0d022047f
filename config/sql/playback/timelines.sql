-- How long the segments of each rendition last, from the first one on without a hole: equal ones in a row are one stretch.
-- A rendition of which nothing is there has one stretch of none.
select r.name, coalesce(r.timescale, 1) as timescale, coalesce(s.duration, 0) as duration, coalesce(s.times, 0) as times
from rendition r
  left join lateral (
    select ticks as duration, count(*) as times, min(number) as first
    from (select number, ticks, number - row_number() over (partition by ticks order by number) as stretch
          from (select number, ticks, row_number() over (order by number) - 1 as place
                from segment where rendition_id = r.id) each
          where number = place) whole
    group by ticks, stretch
  ) s on r.init_key is not null
where r.asset_id = :asset and r.version = :version
order by r.ordinal, s.first
