import { clockOffset, get } from './api';
import type { Account, Backtest, Candle, Command, Component, Config, Doc, Engine, Fill, Instrument } from './model';
import type { Log, Meta, Notification, Order, Page, Point, Position, Quote, Signal, Summary, Verdict } from './model';
import { ApiError } from './api';
import { store } from './store';

export const CANDLES = 240;

/** Of the account's own resources. */
export function own(path: string): string {
  return `/api/accounts/${encodeURIComponent(store.account)}${path}`;
}

/** Everything that is on the page, as the database has it. */
export async function loadAll(): Promise<void> {
  const [meta, instruments, quotes, engine, account, positions, config] = await Promise.all([
    get<Meta>('/api/meta'),
    get<Instrument[]>('/api/instruments'),
    get<Quote[]>('/api/prices'),
    get<{ state: Doc<Engine> | null; commands: Command[] }>(own('/engine')),
    orNull(get<Doc<Account>>(own(''))),
    get<Doc<Position>[]>(own('/positions')),
    get<Config>(own('/config')),
  ]);
  store.meta = meta;
  store.instruments = new Map(instruments.map((each) => [each.symbol, each]));
  store.engine = engine.state?.data ?? null;
  store.commands = new Map(engine.commands.map((each) => [each.commandId, each]));
  store.money = account?.data ?? null;
  store.positions = new Map(positions.map((each) => [each.id, each.data]));
  store.config = config;
  quotes.forEach((quote) => takeQuote(quote));
  if (!store.symbol) {
    store.symbol = config.config.symbols[0] ?? quotes[0]?.symbol ?? '';
  }
  store.changed('meta', 'quotes', 'engine', 'account', 'positions', 'config');
  await Promise.all([loadLists(), loadCandles(), loadSummary()]);
}

async function loadLists(): Promise<void> {
  const [signals, verdicts, orders, fills, equity, logs, notifications, system, backtests] = await Promise.all([
    get<Page<Doc<Signal>>>('/api/signals?limit=100'),
    get<Page<Doc<Verdict>>>(own('/verdicts?limit=200')),
    get<Page<Order>>(own('/orders?limit=100')),
    get<Page<Doc<Fill>>>(own('/fills?limit=100')),
    get<Point[]>(own('/equity?points=600')),
    get<Page<Log>>(own('/logs?limit=200')),
    get<Page<Doc<Notification>>>(own('/notifications?limit=50')),
    get<Component[]>('/api/system'),
    get<Backtest[]>('/api/backtests'),
  ]);
  store.signals = signals.items;
  store.verdicts = new Map(verdicts.items.map((each) => [each.data.signalId, each]));
  store.orders = new Map(orders.items.map((each) => [each.orderId, each]));
  store.fills = fills.items;
  store.equity = equity;
  store.logs = logs.items;
  store.notifications = notifications.items;
  store.system = new Map(system.map((each) => [`${each.component}|${each.instance}`, each]));
  store.backtests = new Map(backtests.map((each) => [each.id, each]));
  store.changed('signals', 'orders', 'fills', 'equity', 'logs', 'notifications', 'system', 'backtests');
}

/** The candles of the chosen symbol and interval. */
export async function loadCandles(): Promise<void> {
  const { symbol, interval } = store;
  if (!symbol) {
    return;
  }
  store.candlesLoading = true;
  try {
    const query = new URLSearchParams({ symbol, interval, limit: String(CANDLES) });
    const candles = await get<Candle[]>(`/api/candles?${query}`);
    if (symbol === store.symbol && interval === store.interval) {
      store.candles = candles;
    }
  } finally {
    store.candlesLoading = false;
    store.changed('candles');
  }
}

/** The closed positions in numbers; asked again when one closes. */
export async function loadSummary(): Promise<void> {
  store.summary = await get<Summary>(own('/performance'));
  store.changed('account');
}

/** A price that was pushed is heard now; a loaded one when the gateway heard it. */
export function takeQuote(quote: Quote, pushed = false) {
  const before = store.quotes.get(quote.symbol);
  const loaded = quote.heardAt === null ? 0 : Date.parse(quote.heardAt) - clockOffset;
  const heard = pushed ? Date.now() : loaded;
  const change = before ? Number(quote.last) - Number(before.last) : 0;
  store.quotes.set(quote.symbol, {
    ...quote,
    heard: Math.min(heard, Date.now()),
    move: change === 0 ? (before?.move ?? 0) : Math.sign(change),
  });
  if (store.marketTime === null || quote.at > store.marketTime) {
    store.marketTime = quote.at;
  }
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 404) {
      return null;
    }
    throw error;
  }
}
