insert into sale
  (provider, reference, event_key, asset_id, buyer_id, buyer_email, terms, hours, currency, amount, fee_bps, fee,
   split_version)
values
  (:provider, :reference, :eventKey, :asset, cast(:buyer as uuid), cast(:email as text), :terms, cast(:hours as int),
   :currency, :amount, :feeBps, :fee, :splitVersion)
returning id
