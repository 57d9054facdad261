import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Account, Candle, Command, Component, Config, Doc, Engine, Fill, Instrument, Log } from './model';
import { Meta, Notification, Order, Point, Position, Quote, Session, Signal, Summary, Verdict } from './model';

/** How fresh what is on the screen is. */
export type Connection = 'CONNECTING' | 'LIVE' | 'STALE' | 'DISCONNECTED';

/** What can change; whoever shows something names what it shows. */
export type Topic =
  | 'session'
  | 'meta'
  | 'connection'
  | 'clock'
  | 'engine'
  | 'account'
  | 'positions'
  | 'quotes'
  | 'candles'
  | 'signals'
  | 'orders'
  | 'fills'
  | 'equity'
  | 'logs'
  | 'notifications'
  | 'system'
  | 'config';

/** Where orders go; the ones with real money first. */
const VENUES = ['LIVE', 'TESTNET', 'SIMULATOR'] as const;

export type Venue = (typeof VENUES)[number] | 'UNKNOWN';

/** What the page knows. One per page; only stream.ts and load.ts change it. */
class Store extends EventTarget {
  session: Session | null | undefined = undefined;
  meta: Meta | null = null;
  account = '';

  connection: Connection = 'CONNECTING';
  /** Wall time since which the connection is not live. */
  notLiveSince = 0;
  /** Market time as last heard. */
  marketTime: string | null = null;

  engine: Engine | null = null;
  commands = new Map<string, Command>();
  money: Account | null = null;
  summary: Summary | null = null;
  equity: Point[] = [];
  positions = new Map<string, Position>();
  quotes = new Map<string, Quote>();
  instruments = new Map<string, Instrument>();
  symbol = '';
  interval = '1m';
  candles: Candle[] = [];
  candlesLoading = false;
  signals: Doc<Signal>[] = [];
  verdicts = new Map<string, Doc<Verdict>>();
  orders = new Map<string, Order>();
  fills: Doc<Fill>[] = [];
  logs: Log[] = [];
  notifications: Doc<Notification>[] = [];
  unread = 0;
  system = new Map<string, Component>();
  config: Config | null = null;

  private pending = new Set<Topic>();

  /** Tells whoever shows it, at most once per frame. */
  changed(...topics: Topic[]) {
    if (this.pending.size === 0) {
      // A hidden page gets no frames; a slow timer is enough for it.
      const flush = () => this.flush();
      if (document.hidden) {
        setTimeout(flush, 500);
      } else {
        requestAnimationFrame(flush);
      }
    }
    topics.forEach((topic) => this.pending.add(topic));
  }

  private flush() {
    const topics = this.pending;
    this.pending = new Set();
    this.dispatchEvent(new CustomEvent('change', { detail: topics }));
  }

  isLive(): boolean {
    return this.connection === 'LIVE';
  }

  /** Where orders go, in the executor's own words; live as soon as one of several says so. */
  venue(): Venue {
    const said = [...this.system.values()]
      .filter((component) => component.component === 'executor-service' && component.state !== 'STOPPED')
      .map((component) => component.facts.venue);
    return VENUES.find((venue) => said.includes(venue)) ?? 'UNKNOWN';
  }

  /** Digits after the point of a symbol's prices, when known. */
  tick(symbol: string): string | undefined {
    return this.instruments.get(symbol)?.tickSize;
  }

  openPositions(): Position[] {
    return [...this.positions.values()]
      .filter((position) => position.status === 'OPEN')
      .sort((a, b) => a.symbol.localeCompare(b.symbol));
  }
}

export const store = new Store();

/** Shows a component again when one of its topics has changed. */
export class Watch implements ReactiveController {
  private readonly listener: EventListener;

  constructor(host: ReactiveControllerHost, ...topics: Topic[]) {
    this.listener = (event) => {
      const changed = (event as CustomEvent<Set<Topic>>).detail;
      if (topics.some((topic) => changed.has(topic))) {
        host.requestUpdate();
      }
    };
    host.addController(this);
  }

  hostConnected() {
    store.addEventListener('change', this.listener);
  }

  hostDisconnected() {
    store.removeEventListener('change', this.listener);
  }
}
