-- One worker gets the task: one more attempt, a new fence, a lease by the database's clock. No row: nothing to claim.
-- Side tasks may go on after their job. Run by camel-sql, which commits at once, so that no connection is held during the
-- work.
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
where t.id = cast(:#${body[task]} as uuid)
  and j.id = t.job_id
  and (j.state in ('queued', 'running') or (j.state = 'complete' and not t.required and a.deleted_at is null))
  and ((t.state = 'queued' and t.run_after <= now())
    or (t.state = 'running' and lease_over(t.lease_until) and t.attempt < t.max_attempts))
returning t.id as task, t.job_id as job, t.asset_id as asset, a.owner_id as owner, t.kind, t.ordinal, j.version,
          t.fence, t.attempt, t.max_attempts as "maxAttempts", cast(t.spec as text) as spec,
          a.source_key as "sourceKey", a.size
