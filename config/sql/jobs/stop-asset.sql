-- One that has a version goes on with it; another has nothing to show and says why.
update asset
set status = case when published_version is null then 'failed' else 'complete' end,
    failure_code = case when published_version is null then :code end,
    failure_message = case when published_version is null then :message end,
    updated_at = now()
where id = :asset and status <> 'deleted'
