select id from account where lower(email) = lower(:email)
