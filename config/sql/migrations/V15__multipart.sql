-- Uploads in parts and by form, and how much every account keeps.
alter table upload
  drop constraint upload_method_check,
  add constraint upload_method_check check (method in ('put', 'multipart', 'form', 'url', 'drop')),
  add column store_id text,                           -- the store's own id of a multipart upload; null before and after
  add column part_size bigint check (part_size > 0),  -- bytes of each part but the last; null where there are no parts
  add column last_modified bigint;                    -- of the client's file, milliseconds since 1970, where it said so
create index upload_of_owner on upload (owner_id, created_at desc, id desc) where state = 'open';
-- What the store may still keep of uploads that are over.
create index upload_parts on upload (completed_at) where state <> 'open' and store_id is not null;

-- Bytes of all sources that are announced or there. Reserved by the row of an asset, released by its end: whoever writes
-- asset rows, the sum is right. Nobody else writes this column.
alter table account add column storage_used bigint not null default 0;
update account set storage_used = coalesce(
  (select sum(size) from asset where owner_id = account.id and deleted_at is null), 0);

create function count_storage() returns trigger language plpgsql as $$
begin
  update account
  set storage_used = storage_used
    + case when tg_op <> 'DELETE' and new.deleted_at is null then new.size else 0 end
    - case when tg_op <> 'INSERT' and old.deleted_at is null then old.size else 0 end
  where id = case when tg_op = 'DELETE' then old.owner_id else new.owner_id end;
  return null;
end $$;
create trigger asset_stored after insert or delete on asset for each row execute function count_storage();
create trigger asset_changed_size after update of size, deleted_at on asset for each row
  when (old.size <> new.size or old.deleted_at is distinct from new.deleted_at) execute function count_storage();
