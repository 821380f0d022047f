-- Tasks that wait for others: null begins at once; 'renditions' when all that its job requires is complete. Until then
-- run_after is infinity, so that nobody claims or wakes it.
alter table task
  add column after text check (after in ('renditions'));

-- How much of a segment, from its beginning, holds its first frame, so that a player can fetch that alone. Null where it
-- was stored before anybody counted.
alter table segment
  add column key_bytes bigint check (key_bytes > 0);

-- Renditions with the files that they can be downloaded as.
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
        where t.asset_id = a.id and not t.required and t.state = 'failed') as warnings
from asset a
  join account on account.id = a.owner_id
  join asset_progress p on p.asset_id = a.id
  left join asset_playable v on v.asset_id = a.id
where a.deleted_at is null;
