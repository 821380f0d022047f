select id, email, password_hash, role, created_at
from account
where lower(email) = lower(:email)
