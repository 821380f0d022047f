update asset
set title = coalesce(cast(:title as text), title),
    description = coalesce(cast(:description as text), description),
    visibility = coalesce(cast(:visibility as text), visibility),
    updated_at = now()
where id = :id
