import { loadAll, loadCandles, loadSummary, takeQuote, CANDLES } from './load';
import type { Backtest, Candle, Command, Component, Config, Doc, Engine, Fill, Log } from './model';
import type { Account, Meta, Notification, Order, Position, Quote, Signal, Verdict } from './model';
import { store, type Connection } from './store';

const NO_TICK_MS = 10_000;
/** The gateway says something at least every 15 s. */
const SILENCE_MS = 35_000;
const REOPEN_MS = 3_000;
const LIST = 200;

/** Keeps the page in step with the gateway: pushed, never polled. */
class Stream {
  private source: EventSource | null = null;
  private waiting: (() => void)[] | null = null;
  private heard = 0;
  private heardTick = 0;
  private opened = 0;
  private onSignedOut: () => void = () => {};

  start(onSignedOut: () => void) {
    this.onSignedOut = onSignedOut;
    this.open();
    window.setInterval(() => this.judge(), 1_000);
  }

  stop() {
    this.source?.close();
    this.source = null;
  }

  private open() {
    this.source?.close();
    const source = new EventSource('/api/events');
    this.source = source;
    this.opened = Date.now();
    source.onerror = () => {
      this.judge();
      if (source.readyState === EventSource.CLOSED && this.source === source) {
        // The browser has given up, as it does when the session has ended.
        window.setTimeout(() => this.reopen(), REOPEN_MS);
      }
    };
    const on = (type: string, handle: (json: never) => void) =>
      source.addEventListener(type, (event) => {
        this.heard = Date.now();
        const apply = () => handle(JSON.parse((event as MessageEvent).data) as never);
        // While everything is being loaded, what is pushed waits: it is newer.
        this.waiting ? this.waiting.push(apply) : apply();
      });
    source.addEventListener('hello', () => void this.load());
    source.addEventListener('reset', () => void this.load());
    on('alive', () => {});
    on('resume', () => {});
    on('ticks', (quotes: Quote[]) => this.ticks(quotes));
    Object.entries(handlers).forEach(([type, handle]) => on(type, handle));
  }

  private async reopen() {
    try {
      const answer = await fetch('/api/session', { credentials: 'same-origin' });
      if (answer.status === 401) {
        this.stop();
        this.onSignedOut();
        return;
      }
    } catch {
      // Not reachable; the next attempt will tell.
    }
    if (this.source) {
      this.open();
    }
  }

  private async load() {
    this.heard = Date.now();
    this.waiting = [];
    try {
      await loadAll();
      const missed = this.waiting;
      this.waiting = null;
      missed.forEach((apply) => apply());
    } catch (error) {
      console.error(error);
      this.waiting = null;
      window.setTimeout(() => this.reopen(), REOPEN_MS);
    }
  }

  private ticks(quotes: Quote[]) {
    quotes.forEach((quote) => takeQuote(quote, true));
    this.heardTick = Date.now();
    store.changed('quotes', 'clock');
    this.judge();
  }

  /** Says how fresh the screen is; called when something comes and every second. */
  private judge() {
    const now = Date.now();
    const open = this.source?.readyState === EventSource.OPEN && now - this.heard < SILENCE_MS;
    let connection: Connection;
    let since = 0;
    if (!open) {
      connection = this.heard === 0 ? 'CONNECTING' : 'DISCONNECTED';
      since = this.heard;
    } else if (now - this.newestPrice() < NO_TICK_MS) {
      connection = 'LIVE';
    } else {
      connection = now - this.opened < NO_TICK_MS ? 'CONNECTING' : 'STALE';
      since = this.newestPrice();
    }
    if (connection !== store.connection || since !== store.notLiveSince) {
      store.connection = connection;
      store.notLiveSince = since;
      store.changed('connection');
    }
  }

  private newestPrice(): number {
    return Math.max(this.heardTick, ...[...store.quotes.values()].map((quote) => quote.heard));
  }
}

/** What to do with each kind of push. The same event twice changes nothing. */
const handlers: Record<string, (json: never) => void> = {
  venue: (venue: NonNullable<Meta['venue']>) => {
    if (store.meta) {
      store.meta = { ...store.meta, venue };
      store.changed('meta');
    }
  },
  engine: (doc: Doc<Engine>) => {
    const known = store.engine;
    const newer =
      !known ||
      doc.data.epoch > known.epoch ||
      (doc.data.epoch === known.epoch && doc.data.confirmedEpoch >= known.confirmedEpoch);
    if (newer) {
      store.engine = doc.data;
      store.changed('engine');
    }
  },
  command: (command: Command) => {
    store.commands.set(command.commandId, command);
    store.changed('engine');
  },
  account: (doc: Doc<Account>) => {
    if (store.money && doc.data.at < store.money.at) {
      return;
    }
    store.money = doc.data;
    addPoint(doc.data);
    store.changed('account', 'equity');
  },
  position: (doc: Doc<Position>) => {
    const known = store.positions.get(doc.id);
    if (known && known.at > doc.data.at) {
      return;
    }
    store.positions.set(doc.id, doc.data);
    store.changed('positions');
    if (doc.data.status === 'CLOSED' && known?.status !== 'CLOSED') {
      void loadSummary();
    }
  },
  candle: (candle: Candle) => {
    if (candle.symbol !== store.symbol || candle.interval !== store.interval) {
      return;
    }
    const newest = store.candles.at(-1);
    if (!newest || candle.openTime > newest.openTime) {
      store.candles = [...store.candles, candle].slice(-CANDLES);
      store.changed('candles');
    }
  },
  candles: (series: { symbol: string; interval: string }) => {
    if (series.symbol === store.symbol && series.interval === store.interval && !store.candlesLoading) {
      void loadCandles();
    }
  },
  signal: (doc: Doc<Signal>) => {
    store.signals = prepend(store.signals, doc, (each) => each.id);
    store.changed('signals');
  },
  verdict: (doc: Doc<Verdict>) => {
    store.verdicts.set(doc.data.signalId, doc);
    if (store.verdicts.size > 2 * LIST) {
      store.verdicts.delete(store.verdicts.keys().next().value as string);
    }
    store.changed('signals');
  },
  order: (order: Order) => {
    const known = [...store.orders.values()].filter((each) => each.orderId !== order.orderId);
    const orders = [order, ...known].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    store.orders = new Map(orders.slice(0, LIST).map((each) => [each.orderId, each]));
    store.changed('orders');
  },
  fill: (doc: Doc<Fill>) => {
    store.fills = prepend(store.fills, doc, (each) => each.id);
    store.changed('fills', 'candles');
  },
  log: (line: Log) => {
    store.logs = prepend(store.logs, line, (each) => each.id);
    store.changed('logs');
  },
  notification: (doc: Doc<Notification>) => {
    const isNew = !store.notifications.some((each) => each.id === doc.id);
    store.unread += isNew ? 1 : 0;
    store.notifications = prepend(store.notifications, doc, (each) => each.id);
    store.changed('notifications');
  },
  system: (component: Component) => {
    store.system.set(`${component.component}|${component.instance}`, component);
    store.changed('system');
  },
  backtest: (backtest: Backtest) => {
    store.backtests.set(backtest.id, backtest);
    store.changed('backtests');
  },
  config: (config: Config) => {
    if (!store.config || config.version >= store.config.version) {
      store.config = config;
      store.changed('config');
    }
  },
  instrument: (instrument: { symbol: string; tickSize: string; stepSize: string }) => {
    store.instruments.set(instrument.symbol, instrument);
    store.changed('quotes');
  },
};

function prepend<T>(list: T[], item: T, id: (item: T) => string): T[] {
  return [item, ...list.filter((each) => id(each) !== id(item))].slice(0, LIST);
}

/** The same minutes as the database keeps: the latest of each counts. */
function addPoint(account: Account) {
  const minute = `${account.at.slice(0, 16)}:00Z`;
  const points = store.equity.filter((point) => point.at !== minute);
  store.equity = [...points, { at: minute, equity: account.equity }].slice(-1_000);
}

export const stream = new Stream();
