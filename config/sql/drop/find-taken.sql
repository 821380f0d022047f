-- Into which assets the files of these names went lately.
select distinct on (d.owner_id, d.stem) d.owner_id as owner, d.stem, d.path, d.asset_id as asset
from unnest(cast(:owners as uuid[]), cast(:stems as text[])) as s (owner, stem)
  join dropped_file d on d.owner_id = s.owner and d.stem = s.stem
  join asset a on a.id = d.asset_id
where a.deleted_at is null and d.found_at > now() - cast(:patience as interval)
order by d.owner_id, d.stem, d.found_at desc, d.path
