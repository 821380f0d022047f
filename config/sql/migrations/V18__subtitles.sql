-- The words that came in a source, as its task has read them: they come and go with its result.
create view asset_subtitles as
select j.asset_id, j.version, t.result -> 'tracks' as tracks
from job j join task t on t.job_id = j.id
where t.kind = 'extract-subtitles' and t.ordinal = 0 and t.state = 'complete';
