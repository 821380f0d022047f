select event_key, kind, thing, currency, amount from sale_fact
where provider = :provider and reference = :reference
order by id
