-- Whoever comes second finds no row: the first one's id counts. An upload that the store forgot gets a new one.
update upload set store_id = :storeId
where id = :id and state = 'open' and store_id is not distinct from cast(:before as text)
