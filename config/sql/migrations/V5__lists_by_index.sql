-- Every list and every filter of it reads only the rows that it shows, however many there are.
alter table job add column owner_id uuid references account;   -- of its asset, which never changes hands
update job j set owner_id = a.owner_id from asset a where a.id = j.asset_id;
alter table job alter column owner_id set not null;

create index job_of_owner on job (owner_id, created_at desc, id desc);
create index job_of_owner_in_state on job (owner_id, state, created_at desc, id desc);
create index job_in_state on job (state, created_at desc, id desc);

create index asset_in_status on asset (status, created_at desc, id desc) where deleted_at is null;
create index asset_of_owner_in_status on asset (owner_id, status, created_at desc, id desc) where deleted_at is null;
create index asset_of_owner_of_type on asset (owner_id, type, created_at desc, id desc) where deleted_at is null;
