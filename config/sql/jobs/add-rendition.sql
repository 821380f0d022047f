insert into rendition (asset_id, version, name, kind, ordinal, width, height, frame_rate, bandwidth, codecs, language, plan)
values (:asset, :version, :name, :kind, :ordinal, :width, :height, :frameRate, :bandwidth, :codecs, :language,
        cast(:plan as jsonb))
