-- So many bytes for sure, where nobody said how many come.
update asset set size = :size where id = :asset and status = 'pending'
