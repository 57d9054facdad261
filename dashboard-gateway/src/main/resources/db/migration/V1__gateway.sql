-- Who may do what.
create table users (
    id            text primary key,
    name          text not null unique,
    password_hash text not null,
    role          text not null check (role in ('VIEWER', 'TRADER', 'ADMIN')),
    created_at    timestamptz not null
);

create table sessions (
    token_hash text primary key,
    user_id    text not null references users,
    address    text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);

-- Kept by name and address, for names that exist and for those that do not: the answer gives nothing away.
create table sign_in_failures (
    origin       text primary key,
    failures     int not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);

create table accounts (
    id         text primary key,
    user_id    text not null references users,
    created_at timestamptz not null
);

create table audit_log (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    user_name text not null,
    address   text not null,
    action    text not null,
    target    text not null,
    detail    jsonb not null,
    result    text not null
);

-- What the owners want.
create table auto_trading_config (
    id                 bigint generated always as identity primary key,
    user_id            text not null references users,
    account_id         text not null unique references accounts,
    is_enabled         boolean not null,
    trading_mode       text not null,
    paper_trading      boolean not null,
    max_daily_loss_pct numeric not null,
    max_positions      int not null,
    trading_interval   int not null,
    symbols            jsonb not null,
    position_size_pct  numeric not null,
    stop_loss_pct      numeric not null,
    take_profit_pct    numeric not null,
    minimum_balance    numeric not null,
    notifications      jsonb not null,
    version            bigint not null,
    changed_by         text not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null
);

create table config_history (
    id         text primary key,
    account_id text not null references accounts,
    version    bigint not null,
    config     jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    unique (account_id, version)
);

create table engine_commands (
    id              uuid primary key,
    account_id      text not null references accounts,
    action          text not null,
    close_positions boolean not null,
    issued_by       text not null,
    reason          text not null,
    issued_at       timestamptz not null,
    status          text not null check (status in ('SENT', 'APPLIED', 'CONFIRMED', 'REFUSED')),
    epoch           bigint,
    answer          text
);
create index engine_commands_by_account on engine_commands (account_id, issued_at desc);

-- Which generation of the read models below this database holds; another one is built from zero.
create table read_model (
    generation int not null
);
insert into read_model values (0);
