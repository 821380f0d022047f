-- Tasks that wait for others: null begins at once; 'renditions' when all that its job requires is complete. Until then
-- run_after is infinity, so that nobody claims or wakes it.
alter table task
  add column after text check (after in ('renditions'));

-- How much of a segment, from its beginning, holds its first frame, so that a player can fetch that alone. Null where it
-- was stored before anybody counted.
alter table segment
  add column key_bytes bigint check (key_bytes > 0);
