update dead_letter set state = :state, reason = :reason, settled_at = now() where id = :id
