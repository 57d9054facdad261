-- Effectively once: what has been seen, and what is to be said, change together with the state in one transaction.
create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default now()
);
create index inbox_by_age on inbox (received_at);

create table outbox (
    id      bigint generated always as identity primary key,
    topic   text not null,
    key     text not null,
    payload text not null
);
