-- An asset with all that its owner sees of it. Playable: the published version, or, while a job runs, a version whose
-- first segments are there for every rendition.
create view asset_playable as
select a.id as asset_id,
       coalesce(
         a.published_version,
         (select j.version from job j
          where j.asset_id = a.id and j.state in ('queued', 'running')
            and exists (select from rendition r where r.asset_id = a.id and r.version = j.version)
            and not exists (
              select from rendition r
              where r.asset_id = a.id and r.version = j.version
                and not exists (select from segment s where s.rendition_id = r.id and s.number = 0)))) as version
from asset a
where a.deleted_at is null and a.status in ('processing', 'complete');

create view asset_overview as
select a.*, account.email as owner_email, p.progress, v.version is not null as playable,
       (select id from job where asset_id = a.id order by version desc limit 1) as job_id,
       (select coalesce(jsonb_agg(jsonb_build_object(
                 'name', r.name, 'kind', r.kind, 'width', r.width, 'height', r.height, 'frameRate', r.frame_rate,
                 'bandwidth', r.bandwidth, 'codecs', r.codecs, 'language', r.language) order by r.ordinal), '[]')
        from rendition r
        where r.asset_id = a.id
          and r.version = coalesce(a.published_version, (select max(version) from job where asset_id = a.id)))
         as renditions,
       (select coalesce(jsonb_agg(t.kind || ': ' || coalesce(t.failure, 'failed') order by t.kind, t.ordinal), '[]')
        from task t
        where t.asset_id = a.id and not t.required and t.state = 'failed') as warnings
from asset a
  join account on account.id = a.owner_id
  join asset_progress p on p.asset_id = a.id
  left join asset_playable v on v.asset_id = a.id
where a.deleted_at is null;
