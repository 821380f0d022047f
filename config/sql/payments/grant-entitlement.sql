insert into entitlement (sale_id, asset_id, buyer_id, email, ends_at)
select id, asset_id, buyer_id, buyer_email, sold_at + make_interval(hours => hours)
from sale where id = :sale
on conflict (sale_id) do nothing
