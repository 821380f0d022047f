select * from sale_overview where provider = :provider and reference = :reference
