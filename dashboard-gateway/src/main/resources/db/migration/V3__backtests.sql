-- Backtests that were asked for here. backtest-service works at them and tells how far they are; revision keeps what it
-- said last from being replaced by what it said before.
create table backtests (
    id           uuid primary key,
    seq          bigint generated always as identity,
    account_id   text not null references accounts,
    kind         text not null check (kind in ('RUN', 'OPTIMISE', 'WALK_FORWARD', 'MONTE_CARLO')),
    plan         jsonb not null,
    study        jsonb,
    requested_by text not null,
    requested_at timestamptz not null,
    state        text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    cancelling   boolean not null default false,
    revision     bigint not null default 0,
    done         bigint not null default 0,
    total        bigint not null default 0,
    note         text not null default '',
    outcome      jsonb,
    changed_at   timestamptz not null
);
create index backtests_by_account on backtests (account_id, seq desc);
