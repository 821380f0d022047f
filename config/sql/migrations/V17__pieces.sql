-- Chunks of a source that cannot be sought wait until it has been cut into pieces: a task may also wait for a kind of which
-- its job has one task.
alter table task drop constraint task_after_check;
alter table task add constraint task_after_check check (after in ('renditions', 'remux-source'));
