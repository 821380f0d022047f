select pg_advisory_xact_lock(hashtextextended(:provider || ' ' || :reference, 0))
