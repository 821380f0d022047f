-- One relay at a time keeps the order; the lock ends with the transaction, also when its process dies.
select pg_try_advisory_xact_lock(hashtext('aln.outbox'))
