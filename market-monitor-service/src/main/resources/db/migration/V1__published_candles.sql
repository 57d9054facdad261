-- How far each symbol's candles have been published: the promise "gap-free, each once" starts here after a restart.
create table published_candle (
    symbol       text        not null,
    candle_interval text     not null,
    open_time    timestamptz not null,
    primary key (symbol, candle_interval)
);

-- What accounts have asked to be watched beside the configured symbols.
create table watched_symbol (
    symbol text primary key
);
