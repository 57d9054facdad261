-- Orders of an account that are none of ours, as they were last seen: shown, never touched.
create table foreign_orders (
    account         text        not null,
    venue_symbol    text        not null,
    venue_order_id  bigint      not null,
    client_order_id text        not null,
    origin          text        not null,
    side            text        not null,
    type            text        not null,
    status          text        not null,
    quantity        numeric     not null,
    executed        numeric     not null,
    changed_at      timestamptz not null,
    primary key (account, venue_symbol, venue_order_id)
);
create index foreign_orders_open on foreign_orders (account) where status in ('NEW', 'PARTIALLY_FILLED', 'PENDING_NEW');
