insert into ledger_account (kind, owner_id, provider, currency)
select p.kind, p.owner, p.provider, p.currency
from jsonb_to_recordset(cast(:postings as jsonb)) as p (kind text, owner uuid, provider text, currency text)
where not exists (
  select from ledger_account a
  where a.kind = p.kind and a.provider = p.provider and a.currency = p.currency
    and coalesce(a.owner_id, '00000000-0000-0000-0000-000000000000')
      = coalesce(p.owner, '00000000-0000-0000-0000-000000000000'))
order by 1, 3, 4, 2
on conflict do nothing
