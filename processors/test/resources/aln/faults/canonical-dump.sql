-- What an account's assets have become, without anything that chance decides: ids, times, attempts, fences and keys.
select a.id as asset, a.filename, jsonb_pretty(jsonb_build_object(
  'status', a.status, 'type', a.type, 'size', a.size, 'duration', a.duration, 'width', a.width, 'height', a.height,
  'published', a.published_version, 'poster', a.poster_key is not null, 'failure', a.failure_code,
  'uploads', (select jsonb_agg(u.state) from upload u where u.asset_id = a.id),
  'jobs', (
    select jsonb_agg(jsonb_build_object(
             'version', j.version, 'state', j.state, 'profile', j.profile, 'failure', j.failure_code,
             'tasks', (
               select jsonb_agg(jsonb_build_object(
                        'kind', t.kind, 'ordinal', t.ordinal, 'state', t.state, 'failure', t.failure_code)
                      order by t.kind, t.ordinal)
               from task t where t.job_id = j.id))
           order by j.version)
    from job j where j.asset_id = a.id),
  'renditions', (
    select jsonb_agg(jsonb_build_object(
             'version', r.version, 'name', r.name, 'codecs', r.codecs, 'bandwidth', r.bandwidth,
             'timescale', r.timescale, 'init', r.init_key is not null,
             'segments', (
               select jsonb_agg(jsonb_build_array(s.number, s.start_tick, s.ticks, s.bytes) order by s.number)
               from segment s where s.rendition_id = r.id))
           order by r.version, r.ordinal)
    from rendition r where r.asset_id = a.id),
  'deadLetters', (select count(*) from dead_letter d where d.asset_id = a.id))) as dump
from asset a
where a.owner_id = :owner
order by a.filename, a.id
