-- Whose folders these are: named by e-mail address, in any case, or by id.
select n.name, a.id
from unnest(cast(:names as text[])) as n (name)
  join account a on lower(a.email) = lower(n.name) or cast(a.id as text) = lower(n.name)
