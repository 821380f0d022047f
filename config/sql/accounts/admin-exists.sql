select exists (select from account where role = 'admin')
