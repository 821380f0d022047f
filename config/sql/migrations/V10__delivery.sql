-- Tasks that wait for others: null begins at once; 'renditions' when all that its job requires is complete. Until then
-- run_after is infinity, so that nobody claims or wakes it.
alter table task
  add column after text check (after in ('renditions'));
