-- Nobody said that they are complete, and nobody can any more. Run by camel-sql.
select id from upload
where state = 'open' and expires_at + interval '1 hour' < now()
order by expires_at
limit 100
