update outbox set send_after = now() + interval '5 seconds', failure = :failure where id = :id
