-- What live progress asks for twice a second while somebody listens.
create index asset_in_work on asset (owner_id)
  where deleted_at is null and status in ('pending', 'uploaded', 'processing');
create index asset_changed on asset (updated_at);
