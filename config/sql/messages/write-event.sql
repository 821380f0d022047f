insert into outbox (exchange, type, subject, headers, data)
values (:exchange, :type, :subject, cast(:headers as jsonb), cast(:data as jsonb))
