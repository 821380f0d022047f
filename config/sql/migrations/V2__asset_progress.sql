-- How far an asset is, 0 to 1: the weighted progress of the required tasks of its newest job; 0 before that is planned.
-- The one place that says so.
create view asset_progress as
select a.id as asset_id,
       case when a.status = 'complete' then 1::double precision
            else coalesce(
              (select sum(t.weight * case t.state when 'complete' then 1 else t.progress end) / nullif(sum(t.weight), 0)
               from task t
               where t.required
                 and t.job_id = (select j.id from job j
                                 where j.asset_id = a.id and j.plan is not null
                                   and j.version = (select max(version) from job where asset_id = a.id))),
              0)
       end as progress
from asset a;
