-- What a request with an Idempotency-Key has made, so that its repeat makes no more. Written in the transaction of the
-- work itself: there is a row exactly where the work is done.
create table idempotency_key (
  owner_id   uuid not null references account,
  operation  text not null,                           -- operationId
  key        text not null,
  request    text not null,                           -- SHA-256 of the request's JSON, base64url
  answer     jsonb,                                   -- null only inside the transaction that does the work
  created_at timestamptz not null default now(),
  primary key (owner_id, operation, key)
);
create index idempotency_key_age on idempotency_key (created_at);

-- Which subscriber is done with which event. Written after the work: a crash in between repeats the event.
create table handled_event (
  flow       text not null,
  event_id   text not null,                           -- CloudEvents id
  handled_at timestamptz not null default now(),
  primary key (flow, event_id)
);
create index handled_event_age on handled_event (handled_at);
