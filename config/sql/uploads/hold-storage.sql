-- Whose room nobody else takes until the transaction ends; locked in one order, so that two never wait for each other.
select id, storage_used from account where id = any(cast(:owners as uuid[])) order by id for no key update
