insert into journal (kind, provider, event_key, sale_id, returned)
values (:kind, :provider, :eventKey, cast(:sale as uuid), cast(:returned as bigint))
on conflict (provider, event_key) do nothing
returning id
