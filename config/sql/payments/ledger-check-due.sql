select pg_try_advisory_xact_lock(hashtext('ledger-check'))
  and not exists (select from ledger_check where checked_at > now() - cast(:period as interval))
