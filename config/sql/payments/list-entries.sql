select j.id as journal, j.posted_at, j.kind, a.title, s.reference, p.currency, s.amount as paid, s.fee_bps, s.fee,
       c.bps as share_bps, c.amount as share, j.returned, p.amount
from ledger_account l
  join posting p on p.account_id = l.id and p.posted_at >= :begin and p.posted_at < :end
  join journal j on j.id = p.journal_id
  left join sale s on s.id = j.sale_id
  left join sale_share c on c.sale_id = s.id and c.collaborator_id = l.owner_id
  left join asset a on a.id = s.asset_id
where l.owner_id = :owner
order by p.currency, j.posted_at, j.id
