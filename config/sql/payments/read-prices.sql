select terms, currency, amount, hours from price where asset_id = :asset order by terms, currency
