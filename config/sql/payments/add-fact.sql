insert into sale_fact (provider, reference, event_key, kind, thing, currency, amount)
values (:provider, :reference, :eventKey, :kind, :thing, :currency, :amount)
on conflict (provider, event_key) do nothing
