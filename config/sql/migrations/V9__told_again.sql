-- When an event that nobody acted on was last told again: a broker that lost its disk has lost what it had confirmed.
alter table asset add column told_at timestamptz;
alter table job add column told_at timestamptz;
create index asset_without_job on asset (updated_at) where status = 'uploaded' and deleted_at is null;
create index asset_without_date on asset (updated_at)
  where status = 'complete' and visibility = 'public' and published_at is null and deleted_at is null;
