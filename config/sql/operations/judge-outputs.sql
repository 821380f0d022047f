-- What is to become of attempts' outputs that lie in the store. Wanted: what a worker is at, and what a task has committed
-- of a version that somebody needs, or has shown of it so far: sound is shown while it is encoded, and stays when its
-- worker dies until the next one has replaced it. Pieces of a source are wanted until their job is complete. Once unwanted is so for ever, as no fence is given out twice.
select o.prefix as place,
       case
         when not exists (select from account where id = o.owner) then 'strange'
         when exists (
             select from asset a
               join job j on j.asset_id = a.id and j.version = o.version
               join task t on t.job_id = j.id and t.kind = o.kind and t.ordinal = o.ordinal and t.fence = o.fence
             where a.id = o.asset and a.owner_id = o.owner and a.deleted_at is null
               and (t.state = 'running'
                 or (t.state = 'complete' and not (t.kind = 'remux-source' and j.state = 'complete')
                   and exists (select from kept_version k where k.asset_id = a.id and k.version = j.version))))
           or (o.kind = 'encode-audio' and exists (
             select from kept_version k
               join rendition r on r.asset_id = k.asset_id and r.version = k.version
               join segment s on s.rendition_id = r.id
             where k.asset_id = o.asset and k.version = o.version and r.kind = 'audio'
               and starts_with(s.key, o.prefix)))
           or exists (
             select from asset a
             where a.id = o.asset and a.deleted_at is null and starts_with(a.poster_key, o.prefix))
           then 'wanted'
         else 'unwanted'
       end as verdict
from unnest(cast(:prefixes as text[]), cast(:owners as uuid[]), cast(:assets as uuid[]), cast(:versions as int[]),
            cast(:kinds as text[]), cast(:ordinals as int[]), cast(:fences as bigint[]))
     as o (prefix, owner, asset, version, kind, ordinal, fence)
