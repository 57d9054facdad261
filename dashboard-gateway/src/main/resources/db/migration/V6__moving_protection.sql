-- Stops that follow and parts that are sold first; null where the owner does not want them.
alter table auto_trading_config add column trailing_stop_pct numeric;
alter table auto_trading_config add column partial_take_profit_pct numeric;
alter table auto_trading_config add column partial_take_profit_share_pct numeric;
