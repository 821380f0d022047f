-- Running tasks whose last lease ended: no attempt is left. Run by camel-sql.
select id as task, fence from task
where state = 'running' and lease_over(lease_until) and attempt >= max_attempts
limit 100
