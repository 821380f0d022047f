select fault
from (
  select 'Journal ' || j.id || ' has ' || count(p.journal_id) || ' postings' as fault
  from journal j left join posting p on p.journal_id = j.id
  group by j.id
  having count(p.journal_id) < 2
  union all
  select 'Journal ' || journal_id || ' sums to ' || sum(amount) || ' ' || currency
  from posting
  group by journal_id, currency
  having sum(amount) <> 0
  union all
  select 'Journal ' || o.journal_id || ' is not the opposite of ' || o.reverses
  from (
    select j.id as journal_id, j.reverses, p.account_id
    from journal j join posting p on p.journal_id in (j.id, j.reverses)
    where j.reverses is not null
    group by j.id, j.reverses, p.account_id
    having sum(p.amount) <> 0) o
  group by o.journal_id, o.reverses
  union all
  select 'Account ' || coalesce(b.account_id, s.account_id) || ' is kept as ' || coalesce(b.balance, 0) || ' of '
    || coalesce(b.postings, 0) || ' postings, and has ' || coalesce(s.balance, 0) || ' of ' || coalesce(s.postings, 0)
  from (select account_id, sum(balance) as balance, sum(postings) as postings from ledger_balance group by 1) b
    full join (select account_id, sum(amount) as balance, count(*) as postings from posting group by 1) s
      on s.account_id = b.account_id
  where (b.balance, b.postings) is distinct from (s.balance, s.postings)
  union all
  select 'Payout ' || o.id || ' is ' || o.state || ' and not in the ledger so'
  from payout o
  where (o.state = 'paid') <> exists (
      select from journal j where j.provider = 'hub' and j.event_key = 'payout-paid ' || o.id)
    or (o.state = 'failed') <> exists (select from journal j where j.reverses = o.journal_id)
  union all
  select 'Sale ' || s.id || ' is of ' || s.currency || ', but was told a ' || f.kind || ' in ' || f.currency
  from sale_fact f join sale s on s.provider = f.provider and s.reference = f.reference
  where f.currency <> s.currency
  union all
  select 'Event ' || f.event_key || ' of ' || f.provider || ' waits for the sale ' || f.reference || ' since ' || f.noted_at
  from sale_fact f
  where f.noted_at < now() - interval '1 day'
    and not exists (select from sale s where s.provider = f.provider and s.reference = f.reference)) faults
limit :most
