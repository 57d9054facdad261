-- How each account wants to be told; secrets in it are sealed.
create table account_config (
    account text primary key,
    version bigint not null,
    config  jsonb  not null
);

-- What people are told. The id follows from the cause: each thing is told once.
create table notifications (
    id          uuid primary key,
    account     text        not null,
    type        text        not null,
    title       text        not null,
    body        text        not null,
    at          timestamptz not null,
    cause       uuid        not null,
    correlation uuid        not null,
    created_at  timestamptz not null default now()
);

-- Each channel's share of a notification, and the queue that the channel's worker empties.
create table deliveries (
    notification    uuid        not null references notifications (id),
    channel         text        not null,
    account         text        not null,
    status          text        not null,
    attempts        int         not null default 0,
    urgent          boolean     not null,
    next_attempt_at timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    detail          text        not null default '',
    primary key (notification, channel)
);
create index deliveries_due on deliveries (channel, next_attempt_at) where status = 'PENDING';
