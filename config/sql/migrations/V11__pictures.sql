-- Pictures of a finished video: what its tasks have made of the version that viewers get, and the poster of its owner's
-- choice. What they made stands in the tasks' results, so that it comes and goes with them.

-- The poster was chosen by the owner: nothing replaces it by itself, neither better stills nor a newer version.
alter table asset add column poster_chosen boolean not null default false;

-- The version whose pictures are shown: the published one, or the newest before there is one.
create view shown_job as
select a.id as asset_id, j.id as job_id, j.version
from asset a
  join job j on j.asset_id = a.id
   and j.version = coalesce(a.published_version, (select max(version) from job where asset_id = a.id));

-- What is still being made beside the renditions, or could not be made. What an ended job has cancelled says nothing.
create view asset_side_tasks as
select a.id as asset_id,
       (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                 'taskId', t.id, 'kind', t.kind, 'status', t.state,
                 'failure', case t.state when 'failed' then t.failure end)) order by t.kind, t.ordinal), '[]')
        from shown_job s join task t on t.job_id = s.job_id
        where s.asset_id = a.id and not t.required and t.state <> 'complete'
          and t.failure_code is distinct from 'cancelled') as side_tasks
from asset a;

create view asset_preview as
select s.asset_id, t.result ->> 'key' as preview_key
from shown_job s join task t on t.job_id = s.job_id
where t.kind = 'make-preview' and t.ordinal = 0 and t.state = 'complete';

create view asset_storyboard as
select j.asset_id, j.version, t.result -> 'board' as board, t.result -> 'sheets' as sheets
from job j join task t on t.job_id = j.id
where t.kind = 'make-storyboard' and t.ordinal = 0 and t.state = 'complete';

-- Stills that may be the poster. Their ids are those of one version: the task's ordinal and the place in its result.
create view asset_thumbnail as
select s.asset_id, t.ordinal || '-' || still.place as id, still.picture ->> 'key' as key,
       cast(still.picture ->> 'atMicros' as bigint) / 1e6 as at
from shown_job s
  join task t on t.job_id = s.job_id
  cross join lateral jsonb_array_elements(t.result -> 'thumbnails') with ordinality as still (picture, place)
where t.kind = 'make-thumbnails' and t.state = 'complete';
