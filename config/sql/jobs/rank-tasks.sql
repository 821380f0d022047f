-- What runs already goes on as it is.
update task set rank = rank_of(:priority) where job_id = :id and rank <> rank_of(:priority)
