-- What risk knows of each account: one row, locked for the length of a decision.
create table account_risk (
    account       text primary key,
    -- Whose signals it answers: the interval's code (null without a configuration), and the symbols traded or held.
    interval_code text,
    symbols       text[] not null default '{}',
    state         jsonb not null,
    updated_at    timestamptz not null default now()
) with (fillfactor = 70);
create index account_risk_by_interval on account_risk (interval_code);

-- The engines, for people; the state above is the only truth.
create view engine_state as
select account,
       state #>> '{engine,state}'                  as state,
       (state #>> '{engine,epoch}')::bigint          as epoch,
       (state #>> '{engine,confirmedEpoch}')::bigint as confirmed_epoch,
       (state #>> '{engine,liquidate}')::boolean     as liquidate,
       (state #>> '{engine,commandId}')::uuid        as command_id,
       state #>> '{engine,reason}'                 as reason,
       (state #>> '{engine,at}')::timestamptz        as changed_at
from account_risk
where (state #>> '{engine,epoch}')::bigint > 0;

-- The venue's rules and the feed's health of each symbol. Prices are kept in memory only.
create table symbol_market (
    symbol     text primary key,
    state      jsonb not null,
    updated_at timestamptz not null default now()
);
