-- Of the claim that ended just now, in the same transaction.
select note_attempt(id, fence, attempt, worker, started_at, :code, :cause, :detail, cast(:command as jsonb),
                    cast(:exitCode as int))
from task
where id = :id and fence = :fence
