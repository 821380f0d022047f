update payout set state = :state, ended_at = now() where id = :id and state = 'requested'
