insert into dead_letter (id, message_id, queue, type, code, cause, detail, attempts, task_id, asset_id, trace_id, headers, body)
values (:id, :messageId, :queue, :type, :code, :cause, :detail, cast(:attempts as int), cast(:task as uuid),
        cast(:asset as uuid), :trace, cast(:headers as jsonb), :body)
on conflict (message_id, queue) where state = 'parked' do nothing
