-- Whose word counts: a process takes the next epoch when it starts; whoever has an older one may not act any more.
create table fence (
    one      boolean primary key default true check (one),
    epoch    bigint      not null,
    holder   text        not null,
    taken_at timestamptz not null
);

-- Which venue an account's keys belong to; a simulated account never meets a real venue.
alter table accounts add column venue text;
-- Whether the funds below have been compared with the venue since they are kept.
alter table accounts add column funds_kept boolean not null default false;

-- Since when something is held and nothing of ours rests at the venue, by what we know. Wall time.
alter table trades add column bare_since timestamptz;

-- What an account owns by what we have told: the sum of its fills and changes of funds.
create table funds (
    account text    not null,
    asset   text    not null,
    total   numeric not null,
    primary key (account, asset)
);

-- What positions that are over have left: too little to be sold alone, sold with the next position.
create view dust as
select account, symbol, (state ->> 'held')::numeric as quantity, changed_at
from trades
where (state ->> 'held')::numeric > 0
  and coalesce((state -> 'plan' ->> 'over')::boolean, true);
