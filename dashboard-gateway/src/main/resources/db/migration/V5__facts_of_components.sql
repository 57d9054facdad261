-- What a component says of itself: the executor, whether it trades with real money.
alter table system_status add column facts jsonb not null default '{}';
