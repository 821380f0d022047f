-- A first job is as the creator chose; one more version is as its request says.
insert into job (id, asset_id, owner_id, version, profile, traceparent, priority, callback_url,
                 callback_owner)
select :id, a.id, a.owner_id, coalesce((select max(version) from job where asset_id = a.id), 0) + 1,
       case when :again then :profile else coalesce(a.profile, :profile) end, :traceparent, :priority,
       :callbackUrl, :callbackOwner
from asset a
where a.id = :asset and a.status in ('uploaded', 'complete', 'failed')
  and not exists (select from job where asset_id = a.id and state in ('queued', 'running'))
  and (:again or not exists (select from job where asset_id = a.id))
on conflict do nothing
