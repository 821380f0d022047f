update sweep set failure = :failure, resume_at = now() + interval '1 minute' where id = :id
