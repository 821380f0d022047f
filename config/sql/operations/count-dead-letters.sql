-- What kinds there are to decide about, the most frequent first.
select queue, code, count(*) as letters, min(received_at) as oldest, max(received_at) as newest
from dead_letter
where state = 'parked'
group by queue, code
order by letters desc, queue, code
limit 200
