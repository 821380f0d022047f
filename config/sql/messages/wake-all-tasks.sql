-- Nobody knows of their wake-ups any more: the reaper's next look writes new ones.
update task set woken_at = '-infinity' where state = 'queued'
