insert into sale_share (sale_id, collaborator_id, bps, amount) values (:sale, :collaborator, :bps, :amount)
