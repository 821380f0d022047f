-- Who gets what of a work's sales. A version is in force once everybody whose share it makes has agreed, and
-- everybody whose share it takes.
create table split (
  asset_id    uuid not null references asset,
  version     int not null check (version > 0),
  proposed_at timestamptz not null default now(),
  in_force_at timestamptz,
  primary key (asset_id, version)
);
create table split_share (
  asset_id        uuid not null,
  version         int not null,
  collaborator_id uuid not null references account,
  bps             int not null check (bps between 0 and 10000), -- 0: who had a share before and loses it
  agreed_at       timestamptz,
  declined_at     timestamptz,
  primary key (asset_id, version, collaborator_id),
  foreign key (asset_id, version) references split,
  check (agreed_at is null or declined_at is null)
);
create index split_share_of_collaborator on split_share (collaborator_id, asset_id);

-- Every version adds up to the whole, and none is in force that somebody has not agreed to.
create function check_split() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(bps), 0) from split_share where asset_id = new.asset_id and version = new.version) <> 10000 then
    raise exception 'The shares of version % do not add up to 10000', new.version using errcode = 'check_violation';
  end if;
  if exists (select from split s join split_share c using (asset_id, version)
             where s.asset_id = new.asset_id and s.version = new.version
               and s.in_force_at is not null and c.agreed_at is null) then
    raise exception 'Version % is not agreed', new.version using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger split_is_whole after insert or update on split
  deferrable initially deferred for each row execute function check_split();
create constraint trigger split_share_fits after insert or update on split_share
  deferrable initially deferred for each row execute function check_split();

-- What a work costs. Several currencies, each with its own price; of choose it is the least.
create table price (
  asset_id uuid not null references asset,
  terms    text not null check (terms in ('buy', 'rent', 'choose')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount   bigint not null check (amount between 1 and 100000000000000),
  hours    int check (hours between 1 and 8760),
  check ((terms = 'rent') = (hours is not null)),
  primary key (asset_id, terms, currency)
);

-- The right to play, download and keep on playing, by a sale.
create table entitlement (
  sale_id    uuid primary key references sale,
  asset_id   uuid not null references asset,
  buyer_id   uuid references account,
  email      text,                                    -- of a guest, in lower case
  granted_at timestamptz not null default now(),
  ends_at    timestamptz,                             -- of a rent
  revoked_at timestamptz,                             -- all was given back, or a dispute was lost
  check ((buyer_id is null) <> (email is null))
);
create index entitlement_of_buyer on entitlement (buyer_id, asset_id) where buyer_id is not null;
create index entitlement_of_guest on entitlement (email, asset_id) where email is not null;

create function split_shares(asset uuid, number int) returns json language sql stable as $$
  select json_agg(json_build_object(
    'collaboratorId', c.collaborator_id, 'email', o.email, 'bps', c.bps,
    'answer', case when c.agreed_at is not null then 'agreed' when c.declined_at is not null then 'declined' else 'asked' end)
    order by c.bps desc, c.collaborator_id)
  from split_share c join account o on o.id = c.collaborator_id
  where c.asset_id = asset and c.version = number
$$;

-- The version in force and a newer one, if there is one, as JSON. The owner alone is version 0.
create view split_overview as
select a.id, a.owner_id, a.title, a.deleted_at,
       coalesce(f.version, 0) as in_force,
       coalesce(split_shares(a.id, f.version), json_build_array(json_build_object(
         'collaboratorId', o.id, 'email', o.email, 'bps', 10000, 'answer', 'agreed'))) as in_force_shares,
       n.version as newest, split_shares(a.id, n.version) as newest_shares,
       coalesce(n.proposed_at, f.proposed_at) as proposed_at
from asset a
  join account o on o.id = a.owner_id
  left join lateral (
    select version, proposed_at from split where asset_id = a.id and in_force_at is not null
    order by version desc limit 1) f on true
  left join lateral (
    select version, proposed_at from split where asset_id = a.id and version > coalesce(f.version, 0)
    order by version desc limit 1) n on true;
