-- What was given up for good is tried again by its owner.
update dead_letter set state = 'replayed', settled_at = now() where task_id = :task and state = 'parked'
