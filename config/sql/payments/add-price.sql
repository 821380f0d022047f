insert into price (asset_id, terms, currency, amount, hours)
values (:asset, :terms, :currency, :amount, cast(:hours as int))
