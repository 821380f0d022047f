delete from gone_callback g using callback c where c.id = :id and g.owner_id = c.owner_id and g.url = c.url
