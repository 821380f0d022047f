-- The preset that its creator chose for an asset; null leaves it to the hub.
alter table asset add column profile text;

-- How each piece of output was made and what it is, told by the claim that committed its task.
create table receipt (
  task_id    uuid primary key references task on delete cascade,
  fence      bigint not null,                         -- of the claim that made it
  worker     text,
  body       jsonb not null,
  created_at timestamptz not null default now()
);
