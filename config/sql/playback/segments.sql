-- From the first one on without a hole: nothing is shown before all that comes earlier.
select number, ticks as duration, key_bytes
from (select number, ticks, key_bytes, row_number() over (order by number) - 1 as place
      from segment where rendition_id = :rendition) s
where number = place
order by number
