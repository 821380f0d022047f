-- Something has come: a look is due as soon as it has settled. Many at once are one look.
update drop_watch set wake_at = now() + cast(:settle as interval)
where wake_at is null
