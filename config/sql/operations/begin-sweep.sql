-- One round at a time; by the clock one a period, where zero is never.
insert into sweep (id)
select gen_random_uuid()
where not exists (select from sweep where finished_at is null)
  and (:now
    or (cast(:period as interval) > interval '0'
      and not exists (select from sweep where started_at > now() - cast(:period as interval))))
on conflict do nothing
