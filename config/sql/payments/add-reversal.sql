insert into journal (kind, provider, event_key, reverses)
values ('reversal', :provider, :eventKey, :journal)
on conflict do nothing
returning id
