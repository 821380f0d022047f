-- What is told of a job that has just ended. Nothing for a job that named nobody.
insert into callback (job_id, owner_id, url, type, state, ended_at, body)
select j.id, j.callback_owner, j.callback_url, 'job.' || j.state,
       case when gone.at is null then 'waiting' else 'disabled' end, case when gone.at is not null then now() end,
       cast(jsonb_strip_nulls(jsonb_build_object(
         'type', 'job.' || j.state,
         'timestamp', to_char(j.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'data', jsonb_build_object(
           'jobId', j.id, 'assetId', j.asset_id, 'version', j.version, 'profile', j.profile, 'status', j.state,
           'failure', case when j.state = 'failed' then jsonb_build_object(
             'code', j.failure_code, 'message', left(j.failure_message, 2000)) end))) as text)
from job j
  left join lateral (select gone_at from gone_callback where owner_id = j.callback_owner and url = j.callback_url)
    as gone (at) on true
where j.id = :job and j.callback_url is not null
returning id, (select asset_id from job where id = :job) as asset, state
