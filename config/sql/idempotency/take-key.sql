-- Another request that holds the key is waited for here, until it has committed or given up. No answer: the key is ours.
insert into idempotency_key (owner_id, operation, key, request)
values (:owner, :operation, :key, :request)
on conflict (owner_id, operation, key) do update set request = idempotency_key.request
returning request, answer
