select callback_secret as number, callback_rotated_at as rotated_at from account where id = :account
