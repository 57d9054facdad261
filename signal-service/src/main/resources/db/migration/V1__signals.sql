-- The latest closed candles of every symbol and interval; a candle's key is its own inbox.
create table candle_history (
    symbol       text        not null,
    interval     text        not null,
    open_time    timestamptz not null,
    open         numeric     not null,
    high         numeric     not null,
    low          numeric     not null,
    close        numeric     not null,
    volume       numeric     not null,
    quote_volume numeric     not null,
    trades       bigint      not null,
    primary key (symbol, interval, open_time)
);

-- Who trades which signals, from the accounts' configurations.
create table subscriptions (
    account_id text    primary key,
    user_id    text    not null,
    version    bigint  not null,
    enabled    boolean not null,
    interval   text    not null,
    symbols    text[]  not null
);
create index subscriptions_by_symbol on subscriptions using gin (symbols);

-- A HOLD is one row that is nobody's; a BUY or SELL is one row for each account that trades it.
create table ai_signals_log (
    id               bigint generated always as identity primary key,
    user_id          text,
    account_id       text,
    signal_id        uuid        not null,
    symbol           text        not null,
    interval         text        not null,
    strategy         text        not null,
    signal_type      text        not null check (signal_type in ('BUY', 'SELL', 'HOLD')),
    confidence_score integer     not null check (confidence_score between 0 and 100),
    entry_price      numeric     not null,
    stop_loss        numeric,
    take_profit      numeric,
    reasons          jsonb       not null,
    executed         boolean     not null default false,
    execution_price  numeric,
    created_at       timestamptz not null,
    executed_at      timestamptz,
    unique nulls not distinct (signal_id, account_id)
);
create index ai_signals_log_by_user on ai_signals_log (user_id, created_at desc);
create index ai_signals_log_by_age on ai_signals_log (created_at);

-- What became of a verdict: its signal comes with the verdict, the amounts with the fills, in any order.
create table executions (
    permit        uuid        primary key,
    signal_id     uuid,
    account_id    text        not null,
    quantity      numeric     not null default 0,
    quote         numeric     not null default 0,
    first_fill_at timestamptz,
    noted_at      timestamptz not null default now()
);
create index executions_by_age on executions (noted_at);
