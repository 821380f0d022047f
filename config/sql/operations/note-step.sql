update sweep
set station = :station, after = :after, looked_at = looked_at + :lookedAt, deleted = deleted + :deleted,
    bytes = bytes + :bytes, aborted = aborted + :aborted, strange = strange + :strange,
    examples = array(select unnest(examples || cast(:examples as text[])) limit 10)
where id = :id
