insert into posting (journal_id, account_id, currency, amount)
select :journal, a.id, a.currency, p.amount
from jsonb_to_recordset(cast(:postings as jsonb)) as p (kind text, owner uuid, provider text, currency text, amount bigint)
  join ledger_account a on a.kind = p.kind and a.provider = p.provider and a.currency = p.currency
    and coalesce(a.owner_id, '00000000-0000-0000-0000-000000000000')
      = coalesce(p.owner, '00000000-0000-0000-0000-000000000000')
