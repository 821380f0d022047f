-- With the attempts of its task up to then; the last one knows more of its words than the message could carry.
select d.id, d.state, d.queue, d.type, d.message_id, d.code, d.cause, coalesce(last.detail, d.detail) as detail,
       d.attempts, d.task_id, d.asset_id, d.asset_title, d.asset_owner, d.asset_status, d.trace_id,
       cast(d.headers as text) as headers, d.body, d.reason, d.received_at, d.settled_at,
       (select coalesce(jsonb_agg(jsonb_build_object(
                 'attempt', t.attempt, 'worker', t.worker, 'startedAt', t.started_at, 'endedAt', t.ended_at,
                 'code', t.code, 'cause', t.cause, 'detail', nullif(t.detail, ''), 'command', t.command,
                 'exitCode', t.exit_code) order by t.fence), '[]')
        from task_attempt t
        where t.task_id = d.task_id and t.ended_at <= d.received_at) as history
from dead_letter_overview d
  left join lateral (
    select nullif(t.detail, '') as detail
    from task_attempt t
    where t.task_id = d.task_id and t.ended_at <= d.received_at
    order by t.fence desc
    limit 1) last on true
where d.id = :id
