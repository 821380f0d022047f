insert into split_share (asset_id, version, collaborator_id, bps) values (:asset, :version, :collaborator, :bps)
on conflict (asset_id, version, collaborator_id) do update set bps = excluded.bps
