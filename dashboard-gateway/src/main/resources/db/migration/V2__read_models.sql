-- Read models: built from the topics, thrown away and built again at will. seq is the order of arrival;
-- data is the event as it was said, so that the screen, the answer and the database show one and the same thing.
create table candles (
    symbol       text not null,
    interval     text not null,
    open_time    timestamptz not null,
    open         numeric not null,
    high         numeric not null,
    low          numeric not null,
    close        numeric not null,
    volume       numeric not null,
    quote_volume numeric not null,
    trades       bigint not null,
    primary key (symbol, interval, open_time)
);

create table ticks_latest (
    symbol   text primary key,
    last     numeric not null,
    bid      numeric not null,
    ask      numeric not null,
    trade_id bigint not null,
    at       timestamptz not null
);

create table instruments (
    symbol text primary key,
    data   jsonb not null
);

create table signals (
    id               uuid primary key,
    seq              bigint generated always as identity,
    symbol           text not null,
    interval         text not null,
    type             text not null,
    confidence       int not null,
    candle_open_time timestamptz not null,
    at               timestamptz not null,
    data             jsonb not null
);
create index signals_by_seq on signals (seq desc);
create index signals_by_candle on signals (symbol, interval, candle_open_time);

create table verdicts (
    id         uuid primary key,
    seq        bigint generated always as identity,
    account_id text not null,
    signal_id  uuid not null,
    symbol     text not null,
    approved   boolean not null,
    at         timestamptz not null,
    data       jsonb not null
);
create index verdicts_by_account on verdicts (account_id, seq desc);
create index verdicts_by_signal on verdicts (signal_id);

create table exits (
    id          uuid primary key,
    seq         bigint generated always as identity,
    account_id  text not null,
    symbol      text not null,
    position_id bigint not null,
    at          timestamptz not null,
    data        jsonb not null
);

create table orders (
    order_id       uuid primary key,
    seq            bigint generated always as identity,
    account_id     text not null,
    symbol         text not null,
    role           text not null,
    status         text not null,
    side           text,
    permit         uuid,
    quantity       numeric,
    limit_price    numeric,
    stop_price     numeric,
    venue_order_id text,
    executed       numeric not null,
    quote_executed numeric not null,
    reason         text,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
create index orders_by_account on orders (account_id, seq desc);

create table order_events (
    id         uuid primary key,
    seq        bigint generated always as identity,
    order_id   uuid not null,
    account_id text not null,
    type       text not null,
    at         timestamptz not null,
    data       jsonb not null
);
create index order_events_by_order on order_events (order_id, seq);

create table fills (
    id               uuid primary key,
    seq              bigint generated always as identity,
    account_id       text not null,
    order_id         uuid not null,
    permit           uuid not null,
    symbol           text not null,
    role             text not null,
    side             text not null,
    price            numeric not null,
    quantity         numeric not null,
    commission       numeric not null,
    commission_asset text not null,
    trade_id         bigint not null,
    at               timestamptz not null,
    data             jsonb not null
);
create index fills_by_account on fills (account_id, seq desc);
create index fills_by_symbol on fills (account_id, symbol, seq desc);

create table positions (
    id          text primary key,
    account_id  text not null,
    symbol      text not null,
    position_id bigint not null,
    status      text not null,
    quantity    numeric not null,
    cost        numeric not null,
    unrealised  numeric not null,
    realised    numeric not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    at          timestamptz not null,
    data        jsonb not null,
    unique (account_id, symbol, position_id)
);

create table account_state (
    account_id text primary key,
    cash       numeric not null,
    equity     numeric not null,
    at         timestamptz not null,
    data       jsonb not null
);

create table performance_data (
    id             bigint generated always as identity primary key,
    account_id     text not null,
    at             timestamptz not null,
    equity         numeric not null,
    cash           numeric not null,
    realised       numeric not null,
    drawdown_pct   numeric not null,
    open_positions int not null,
    metrics        jsonb not null,
    unique (account_id, at)
);

create table engine_state (
    account_id      text primary key,
    state           text not null,
    epoch           bigint not null,
    confirmed_epoch bigint not null,
    command_id      uuid,
    at              timestamptz not null,
    data            jsonb not null
);

create table notifications (
    id         uuid primary key,
    seq        bigint generated always as identity,
    account_id text not null,
    type       text not null,
    at         timestamptz not null,
    data       jsonb not null
);
create index notifications_by_account on notifications (account_id, seq desc);

create table auto_trading_logs (
    id         bigint generated always as identity primary key,
    user_id    text not null,
    account_id text not null,
    event_id   uuid not null unique,
    timestamp  timestamptz not null,
    log_level  text not null,
    component  text not null,
    message    text not null,
    data       jsonb not null
);
create index auto_trading_logs_by_account on auto_trading_logs (account_id, id desc);

create table system_status (
    id           text primary key,
    component    text not null,
    instance     text not null,
    state        text not null,
    health       jsonb not null,
    started_at   timestamptz not null,
    heartbeat_at timestamptz not null,
    unique (component, instance)
);
