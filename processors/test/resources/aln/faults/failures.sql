-- Why the account's assets failed.
select failure_code from asset where owner_id = :owner and status = 'failed' order by failure_code
