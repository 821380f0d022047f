select s.*, coalesce(f.facts, '[]') as facts, coalesce(h.held, '[]') as held
from (select * from sale_overview where id > :after order by id limit :limit) s
  left join lateral (
    select json_agg(json_build_object('kind', kind, 'thing', thing, 'currency', currency, 'amount', amount)) as facts
    from sale_fact where provider = s.provider and reference = s.reference) f on true
  left join lateral (
    select json_agg(json_build_object('kind', kind, 'owner', owner_id, 'provider', provider, 'amount', amount)) as held
    from (
      select l.kind, l.owner_id, l.provider, sum(p.amount) as amount
      from journal j join posting p on p.journal_id = j.id join ledger_account l on l.id = p.account_id
      where j.sale_id = s.id
      group by l.id
      having sum(p.amount) <> 0) totals) h on true
order by s.id
