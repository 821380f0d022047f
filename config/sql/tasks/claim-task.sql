-- Whoever is woken for a kind gets its most urgent task, whichever task the wake-up names: one more attempt, a new fence,
-- a lease by the database's clock. Nobody waits for another's claim and no two get the same. No row: nothing to claim.
-- What has paused waits for a wake-up of its own, or it would use up another's and leave that one asleep. Side tasks may go on
-- after their job; a second set waits while chunks of a first set do, of whatever film. Run by camel-sql, which commits at
-- once, so that no connection is held during the work.
update task t
set state = 'running',
    attempt = t.attempt + 1,
    fence = t.fence + 1,
    worker = :#${bean:workbench.worker},
    lease_until = now() + cast(:#${properties:aln.tasks.lease} as interval),
    started_at = now(),
    progress = 0,
    failure_code = null,
    failure = null
from job j join asset a on a.id = j.asset_id
where j.id = t.job_id
  and t.id = (
    select waiting.id
    from task waiting join job on job.id = waiting.job_id join asset on asset.id = job.asset_id
    where waiting.kind = :#${body[kind]} and waiting.state = 'queued'
      and waiting.run_after < 'infinity' and waiting.run_after <= now()
      and waiting.woken_at >= waiting.run_after
      and (job.state in ('queued', 'running')
        or (job.state = 'complete' and not waiting.required and asset.deleted_at is null))
      and (waiting.kind <> 'encode-second-set'
        or not exists (select from task main
                       where main.kind = 'encode-video' and main.state = 'queued'
                         and main.run_after < 'infinity' and main.run_after <= now()))
    order by waiting.rank, waiting.ordinal > 0, waiting.due_at, waiting.ordinal, waiting.id
    limit 1
    for update of waiting skip locked)
returning t.id as task, t.job_id as job, t.asset_id as asset, a.owner_id as owner, t.kind, t.ordinal, j.version,
          t.fence, t.attempt, t.max_attempts as "maxAttempts", cast(t.spec as text) as spec,
          a.source_key as "sourceKey", a.size, j.traceparent
