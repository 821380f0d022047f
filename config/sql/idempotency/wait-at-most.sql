-- For every lock that this transaction still waits for.
select set_config('lock_timeout', :patience, true)
