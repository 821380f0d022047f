-- A part is in the store. Whoever gets further than ever may fail as often as at first.
update url_fetch
set fetched = :fetched, furthest = greatest(furthest, :fetched), failure = case when :fetched > furthest then null else failure end,
    attempt = case when :fetched > furthest then 0 else attempt end
where upload_id = :upload and fence = :fence and run_after is not null
