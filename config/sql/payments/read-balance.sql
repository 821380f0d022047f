select coalesce(sum(balance), 0)
from ledger_holding
where kind = :kind and provider = :provider and currency = :currency
  and coalesce(owner_id, '00000000-0000-0000-0000-000000000000')
    = coalesce(cast(:owner as uuid), '00000000-0000-0000-0000-000000000000')
