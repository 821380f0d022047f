-- Whose folders these are: named by e-mail address, in any case, or by id.
with folder as (
  select name,
         case when name ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then cast(name as uuid) end as id
  from unnest(cast(:names as text[])) as n (name)
)
select f.name, a.id from folder f join account a on lower(a.email) = lower(f.name)
union
select f.name, a.id from folder f join account a on a.id = f.id
