-- One that comes after its task was already tried again needs no look any more.
insert into dead_letter (id, message_id, queue, type, code, cause, detail, attempts, task_id, asset_id, trace_id, headers, body,
                         state, settled_at)
select :id, :messageId, :queue, :type, :code, :cause, :detail, cast(:attempts as int), cast(:task as uuid),
       cast(:asset as uuid), :trace, cast(:headers as jsonb), :body,
       case when late.so then 'replayed' else 'parked' end, case when late.so then now() end
from (select exists (select from task where id = cast(:task as uuid) and state <> 'failed')) late (so)
on conflict (message_id, queue) where state = 'parked' do nothing
