insert into ledger_check (checked_at, seconds, journals, postings, sales, faults)
select clock_timestamp(), :seconds, (select count(*) from journal), (select count(*) from posting), :sales, :faults
