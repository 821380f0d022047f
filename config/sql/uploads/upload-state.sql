select state from upload where id = :id
