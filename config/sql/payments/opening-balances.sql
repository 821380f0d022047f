select h.currency, h.balance - coalesce(
    (select sum(amount) from posting p where p.account_id = h.account_id and p.posted_at >= :begin), 0) as balance
from ledger_holding h
where h.owner_id = :owner
  and exists (select from posting p where p.account_id = h.account_id and p.posted_at < :end)
order by h.currency
