-- Whoever commits a chunk of a second set waits here for others that do, so that the last one sees all of it.
select id from asset where id = :asset for update
