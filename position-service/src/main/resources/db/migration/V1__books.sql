-- An account's books as the core keeps them. The version grows with every change.
create table ledger (
    account    text primary key,
    version    bigint      not null,
    state      jsonb       not null,
    changed_at timestamptz not null
);

-- The venue's rules for a symbol.
create table instrument (
    symbol text primary key,
    rules  jsonb not null
);

-- Every balance movement, for ever: the sum per asset is the balance.
create table ledger_entries (
    event_id uuid        not null,
    line     int         not null,
    account  text        not null,
    asset    text        not null,
    delta    numeric     not null,
    kind     text        not null,
    at       timestamptz not null,
    primary key (event_id, line)
);
create index ledger_entries_by_account on ledger_entries (account, at);

-- The equity curve in market time: one point per market minute at most, and one per fill.
create table equity_points (
    account        text        not null,
    at             timestamptz not null,
    equity         numeric     not null,
    cash           numeric     not null,
    contributed    numeric     not null,
    realised       numeric     not null,
    open_positions int         not null,
    drawdown_pct   numeric     not null,
    primary key (account, at)
);

-- The figures after each closed position.
create table performance (
    account          text        not null,
    at               timestamptz not null,
    trades           int         not null,
    net_profit       numeric     not null,
    return_pct       numeric     not null,
    max_drawdown_pct numeric     not null,
    figures          jsonb       not null,
    primary key (account, at)
);

-- Every position there ever was, as it is now.
create table position_history (
    account     text        not null,
    symbol      text        not null,
    position_id bigint      not null,
    status      text        not null,
    quantity    numeric     not null,
    cost        numeric     not null,
    received    numeric     not null,
    invested    numeric     not null,
    realised    numeric     not null,
    fees        numeric     not null,
    dust        boolean     not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    closed_by   text,
    primary key (account, symbol, position_id)
);
