update account set callback_secret = callback_secret + 1, callback_rotated_at = now()
where id = :account
