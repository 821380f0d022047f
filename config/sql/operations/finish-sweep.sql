with old as (
  delete from sweep where started_at < now() - interval '90 days' and id <> :id
)
update sweep set finished_at = now(), after = null where id = :id
