-- Sets of renditions in other codecs: 1 is what every version begins with, 2 is what its profile lets follow. A set's rows
-- come all at once, when all of it is there.
alter table rendition
  add column codec_set int not null default 1 check (codec_set > 0);

-- How many sets a playback shows: those that were there when it was granted, so that its playlists never change.
alter table playback
  add column codec_sets int not null default 1 check (codec_sets > 0);

-- As before, but the chunks of a second set are one thing to whoever waits for it: the one that failed, or goes on, or
-- waits stands for all.
drop view asset_side_tasks;
create view asset_side_tasks as
select a.id as asset_id,
       (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                 'taskId', t.id, 'kind', t.kind, 'status', t.state,
                 'failure', case t.state when 'failed' then t.failure end)) order by t.kind, t.ordinal), '[]')
        from (select distinct on (kind, part) task.*
              from shown_job s
                join task on task.job_id = s.job_id
                cross join lateral (select case when kind <> 'encode-second-set' then ordinal end) as a_part (part)
              where s.asset_id = a.id and not required and state <> 'complete'
                and failure_code is distinct from 'cancelled'
              order by kind, part, array_position(array['failed', 'running', 'queued'], state), ordinal) t) as side_tasks
from asset a;

-- As before; what was cancelled is no warning.
drop view asset_overview;
create view asset_overview as
select a.*, account.email as owner_email, p.progress, v.version is not null as playable,
       (select id from job where asset_id = a.id order by version desc limit 1) as job_id,
       (select coalesce(jsonb_agg(jsonb_build_object(
                 'name', r.name, 'kind', r.kind, 'width', r.width, 'height', r.height, 'frameRate', r.frame_rate,
                 'bandwidth', r.bandwidth, 'codecs', r.codecs, 'language', r.language,
                 'download', (
                   select t.result ->> 'key' from task t join job j on j.id = t.job_id
                   where j.asset_id = r.asset_id and j.version = r.version
                     and t.kind = 'make-download' and t.ordinal = r.ordinal and t.state = 'complete'))
               order by r.ordinal), '[]')
        from rendition r
        where r.asset_id = a.id
          and r.version = coalesce(a.published_version, (select max(version) from job where asset_id = a.id)))
         as renditions,
       (select coalesce(jsonb_agg(t.kind || ': ' || coalesce(t.failure, 'failed') order by t.kind, t.ordinal), '[]')
        from task t
        where t.asset_id = a.id and not t.required and t.state = 'failed'
          and t.failure_code is distinct from 'cancelled') as warnings
from asset a
  join account on account.id = a.owner_id
  join asset_progress p on p.asset_id = a.id
  left join asset_playable v on v.asset_id = a.id
where a.deleted_at is null;
