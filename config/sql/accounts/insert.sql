insert into account (email, password_hash, role)
values (:email, :passwordHash, :role)
on conflict do nothing
returning id, email, password_hash, role, created_at
