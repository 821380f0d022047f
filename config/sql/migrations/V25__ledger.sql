-- The ledger: double entry. A journal is one event, its postings say what it moved; the database itself sees to it
-- that they sum to zero, that an event posts once and that nothing of it ever changes (docs/decisions/018).
-- Amounts are whole minor units (ISO 4217). Positive is what an account is given, negative what it gives.

create table ledger_account (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in
               ('clearing', 'creator', 'platform-fee', 'provider-fee', 'refunds', 'disputes', 'payouts')),
  owner_id   uuid references account,                 -- of a creator's
  provider   text not null default '',                -- where the money is; not of creators and the platform
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null default now(),
  check ((kind = 'creator') = (owner_id is not null)),
  check ((kind in ('creator', 'platform-fee')) = (provider = '')),
  unique (id, currency)
);
create unique index ledger_account_once on ledger_account
  (kind, provider, currency, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'));
create index ledger_account_of_owner on ledger_account (owner_id, currency) where owner_id is not null;

-- What was bought, as it was when it was paid: who shares in it never changes afterwards.
create table sale (
  id            uuid primary key default gen_random_uuid(),
  provider      text not null check (provider <> ''),
  reference     text not null check (reference <> ''), -- ours, as the provider knows it
  event_key     text not null,                        -- of the event that it was paid by
  asset_id      uuid not null references asset,
  buyer_id      uuid references account,
  buyer_email   text,                                 -- of a guest, in lower case
  terms         text not null check (terms in ('buy', 'rent', 'choose')),
  hours         int check (hours > 0),                -- of a rent
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  amount        bigint not null check (amount between 1 and 100000000000000),
  fee_bps       int not null check (fee_bps between 0 and 10000),
  fee           bigint not null check (fee between 0 and amount),
  split_version int not null check (split_version >= 0),
  sold_at       timestamptz not null default now(),
  check ((terms = 'rent') = (hours is not null)),
  check ((buyer_id is null) <> (buyer_email is null)),
  unique (provider, reference)
);
create index sale_of_asset on sale (asset_id, sold_at desc, id desc);

create table sale_share (
  sale_id         uuid not null references sale,
  collaborator_id uuid not null references account,
  bps             int not null check (bps between 1 and 10000),
  amount          bigint not null check (amount >= 0),
  primary key (sale_id, collaborator_id)
);

-- What providers told of a payment after it was made. It may come before the sale itself, late, or twice.
create table sale_fact (
  id        bigint generated always as identity primary key,
  provider  text not null,
  reference text not null,
  event_key text not null,
  kind      text not null check (kind in
              ('fee', 'refund', 'refund-paid', 'refund-failed', 'dispute', 'dispute-won', 'dispute-lost')),
  thing     text not null,                            -- which fee, refund or dispute
  currency  text not null,
  amount    bigint not null check (amount between 0 and 100000000000000),
  noted_at  timestamptz not null default now(),
  unique (provider, event_key)
);
create index sale_fact_of_reference on sale_fact (provider, reference, id);

create table journal (
  id        bigint generated always as identity primary key,
  kind      text not null check (kind in
              ('sale', 'fee', 'refund', 'refund-paid', 'refund-failed', 'dispute', 'dispute-won', 'dispute-lost',
               'payout', 'payout-paid', 'reversal')),
  provider  text not null check (provider <> ''),
  event_key text not null check (event_key <> ''),
  sale_id   uuid references sale,
  returned  bigint check (returned >= 0),             -- of the sale, minor units, after this journal
  reverses  bigint unique references journal,
  posted_at timestamptz not null default now(),
  check (reverses is null or reverses < id),
  check ((kind = 'reversal') = (reverses is not null)),
  unique (provider, event_key),
  unique (id, posted_at)
);
create index journal_of_sale on journal (sale_id, id) where sale_id is not null;

create table posting (
  journal_id bigint not null,
  account_id bigint not null,
  currency   text not null,
  amount     bigint not null check (amount <> 0 and amount between -100000000000000 and 100000000000000),
  posted_at  timestamptz not null default now(),
  primary key (journal_id, account_id),
  foreign key (journal_id, posted_at) references journal (id, posted_at),
  foreign key (account_id, currency) references ledger_account (id, currency)
);
-- A month of an account, and its sum, without a look at the table.
create index posting_of_account on posting (account_id, posted_at, journal_id) include (amount);

-- What every account holds, kept by a trigger so that asking costs nothing. Several rows an account, by connection:
-- sales at the same time do not wait for each other at the platform's own account.
create table ledger_balance (
  account_id bigint not null references ledger_account,
  stripe     int not null,
  balance    numeric(38) not null,
  postings   bigint not null,
  primary key (account_id, stripe)
);

create table payout (
  id         uuid primary key,
  owner_id   uuid not null references account,
  provider   text not null,
  currency   text not null,
  amount     bigint not null check (amount > 0),
  state      text not null default 'requested' check (state in ('requested', 'paid', 'failed')),
  journal_id bigint not null references journal,
  created_at timestamptz not null default now(),
  ended_at   timestamptz
);
create index payout_of_owner on payout (owner_id, created_at desc, id desc);

-- What the nightly check found; nothing, if all is well.
create table ledger_check (
  id         uuid primary key default gen_random_uuid(),
  checked_at timestamptz not null default now(),
  seconds    double precision not null,
  journals   bigint not null,
  postings   bigint not null,
  sales      bigint not null,
  faults     text[] not null
);
create index ledger_check_newest on ledger_check (checked_at desc, id desc);

-- A journal is whole when its transaction ends: two postings at least, zero in every currency, and exactly the
-- opposite of what it reverses.
create function check_journal(number bigint) returns void language plpgsql as $$
declare
  reversed bigint := (select reverses from journal where id = number);
begin
  if (select count(*) from posting where journal_id = number) < 2 then
    raise exception 'Journal % has less than two postings', number using errcode = 'check_violation';
  end if;
  if exists (select from posting where journal_id = number group by currency having sum(amount) <> 0) then
    raise exception 'Journal % does not sum to zero', number using errcode = 'check_violation';
  end if;
  if reversed is not null and exists (
      select from posting where journal_id in (number, reversed) group by account_id having sum(amount) <> 0) then
    raise exception 'Journal % is not the opposite of %, which it reverses', number, reversed
      using errcode = 'check_violation';
  end if;
end $$;
create function check_own_journal() returns trigger language plpgsql as $$
begin
  perform check_journal(new.id);
  return null;
end $$;
create function check_journal_of_posting() returns trigger language plpgsql as $$
begin
  perform check_journal(new.journal_id);
  return null;
end $$;
create constraint trigger journal_is_whole after insert on journal
  deferrable initially deferred for each row execute function check_own_journal();
create constraint trigger posting_fits after insert on posting
  deferrable initially deferred for each row execute function check_journal_of_posting();

-- Fee and shares of a sale add up to what was paid.
create function check_shares(sale uuid) returns void language plpgsql as $$
begin
  if (select s.amount - s.fee from sale s where s.id = sale)
      <> (select coalesce(sum(c.amount), 0) from sale_share c where c.sale_id = sale) then
    raise exception 'Fee and shares of sale % do not add up to what was paid', sale using errcode = 'check_violation';
  end if;
end $$;
create function check_shares_of_sale() returns trigger language plpgsql as $$
begin
  perform check_shares(new.id);
  return null;
end $$;
create function check_shares_with_share() returns trigger language plpgsql as $$
begin
  perform check_shares(new.sale_id);
  return null;
end $$;
create constraint trigger sale_is_shared after insert on sale
  deferrable initially deferred for each row execute function check_shares_of_sale();
create constraint trigger share_fits after insert on sale_share
  deferrable initially deferred for each row execute function check_shares_with_share();

-- The time of a journal is that of its transaction. By their common key, its postings are of the same one: nothing
-- joins a journal that has been committed.
create function check_moment() returns trigger language plpgsql as $$
begin
  if new.posted_at <> now() then
    raise exception 'Entries of the ledger are of the moment they are made' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger journal_is_of_now before insert on journal for each row execute function check_moment();
create trigger posting_is_of_now before insert on posting for each row execute function check_moment();

create function keep_balances() returns trigger language plpgsql as $$
begin
  insert into ledger_balance as kept (account_id, stripe, balance, postings)
  select account_id, pg_backend_pid() % 16, sum(amount), count(*) from posted group by account_id order by account_id
  on conflict (account_id, stripe)
    do update set balance = kept.balance + excluded.balance, postings = kept.postings + excluded.postings;
  return null;
end $$;
create trigger posting_counts after insert on posting
  referencing new table as posted for each statement execute function keep_balances();

-- What has happened is not changed. Corrections are journals of their own, which name what they reverse.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: entries of the ledger are never changed, only reversed', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end $$;
do $$
declare
  kept text;
begin
  foreach kept in array array['journal', 'posting', 'sale', 'sale_share', 'sale_fact', 'ledger_account'] loop
    execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
      kept || '_stays', kept);
    execute format('alter table %I enable always trigger %I', kept, kept || '_stays');
    execute format('revoke update, delete, truncate on %I from public', kept);
    -- Of the owner, too, where it is no superuser. What a foreign key points at keeps UPDATE, with which PostgreSQL
    -- locks the row that is pointed at; the trigger refuses it.
    execute format('revoke delete, truncate on %I from current_user', kept);
  end loop;
  foreach kept in array array['posting', 'sale_share', 'sale_fact'] loop
    execute format('revoke update on %I from current_user', kept);
  end loop;
  foreach kept in array array['journal_is_whole', 'journal_is_of_now'] loop
    execute format('alter table journal enable always trigger %I', kept);
  end loop;
  foreach kept in array array['posting_fits', 'posting_is_of_now', 'posting_counts'] loop
    execute format('alter table posting enable always trigger %I', kept);
  end loop;
end $$;

-- What an account was given and gave, all in all.
create view ledger_holding as
select a.id as account_id, a.kind, a.owner_id, a.provider, a.currency, coalesce(sum(b.balance), 0) as balance
from ledger_account a left join ledger_balance b on b.account_id = a.id
group by a.id;

-- A sale with its shares as JSON, in the order that decides between equal rests.
create view sale_overview as
select s.*, (
    select coalesce(json_agg(json_build_object(
      'collaborator', c.collaborator_id, 'bps', c.bps, 'amount', c.amount) order by c.collaborator_id), '[]')
    from sale_share c where c.sale_id = s.id) as parts
from sale s;
