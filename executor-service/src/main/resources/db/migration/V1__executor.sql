-- An account at the venue. Keys are sealed; the engine's state is what an entry is checked against.
create table accounts (
    account         text primary key,
    symbols         jsonb  not null default '[]',
    api_key         text,
    secret_key      text,
    opened          boolean not null default false,
    engine          jsonb,
    confirmed_epoch bigint not null default -1
);

-- What an account does in a symbol, as the core keeps it. A command that is in flight is part of the state, so it is
-- written down before it is sent. The sequence names what is said; the scan is the last trade of the venue's list that
-- has been looked at.
create table trades (
    account    text        not null,
    symbol     text        not null,
    state      jsonb       not null,
    phase      text        not null,
    active     boolean     not null,
    sequence   bigint      not null default 0,
    scanned_to bigint,
    changed_at timestamptz not null default now(),
    primary key (account, symbol)
);
create index trades_active on trades (account) where active;

-- Every order of ours, for ever: tells ours from foreign ones, and people what became of it.
create table orders (
    order_id       uuid primary key,
    account        text        not null,
    symbol         text        not null,
    role           text        not null,
    side           text        not null,
    permit         uuid        not null,
    quantity       numeric     not null,
    status         text        not null,
    venue_order_id text,
    executed       numeric     not null,
    changed_at     timestamptz not null default now()
);
create index orders_by_venue_id on orders (account, symbol, venue_order_id);

-- Trades of orders that are not ours, so that each moves the funds once.
create table foreign_trades (
    account  text   not null,
    symbol   text   not null,
    trade_id bigint not null,
    primary key (account, symbol, trade_id)
);
