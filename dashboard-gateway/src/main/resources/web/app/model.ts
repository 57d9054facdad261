/** What the gateway sends. Amounts are exact decimals in strings. */
export interface Doc<T> {
  id: string;
  seq?: number;
  type: string;
  at: string;
  data: T;
}

export interface Page<T> {
  items: T[];
  next: number | null;
}

export interface Session {
  user: string;
  role: 'VIEWER' | 'TRADER' | 'ADMIN';
  accounts: string[];
  csrfToken: string;
}

export interface Meta {
  version: string;
  venue: { speed?: number; market?: string; halted?: string } | null;
}

export type State =
  | 'STOPPED'
  | 'RUNNING'
  | 'PAUSED'
  | 'STOPPING'
  | 'EMERGENCY_STOPPED'
  | 'SAFE_MODE';

export type Action = 'START' | 'PAUSE' | 'RESUME' | 'STOP' | 'EMERGENCY_STOP' | 'RESET';

export interface Engine {
  state: State;
  epoch: number;
  confirmedEpoch: number;
  liquidate: boolean;
  reason: string;
  at: string;
}

export interface Command {
  commandId: string;
  action: Action;
  issuedBy: string;
  issuedAt: string;
  status: 'SENT' | 'APPLIED' | 'CONFIRMED' | 'REFUSED';
  answer: string | null;
}

export interface Way {
  succeeded: boolean;
  detail: string;
}

export interface Receipt {
  commandId: string;
  action: Action;
  kafka: Way;
  risk: Way | null;
  executor: Way | null;
  acknowledged: boolean;
}

export interface Account {
  quoteAsset: string;
  cash: string;
  equity: string;
  dayStartEquity: string;
  realised: string;
  drawdownPct: string;
  openPositions: number;
  at: string;
}

export interface Position {
  symbol: string;
  positionId: number;
  status: 'OPEN' | 'CLOSED';
  quantity: string;
  averageEntry: string;
  mark: string;
  unrealised: string;
  realised: string;
  protection?: { stopLoss: string; takeProfit: string };
  dust: boolean;
  openedAt: string;
  at: string;
}

export interface Quote {
  symbol: string;
  last: string;
  bid: string;
  ask: string;
  at: string;
  heardAt: string | null;
  /** Our own clock when it was heard; 0 when that was before the gateway's start. */
  heard: number;
  /** Where it went: 1 up, -1 down, 0 not yet known. */
  move: number;
}

export interface Instrument {
  symbol: string;
  tickSize: string;
  stepSize: string;
}

export interface Candle {
  symbol: string;
  interval: string;
  openTime: string;
  open: string;
  high: string;
  low: string;
  close: string;
  volume: string;
}

export interface Signal {
  symbol: string;
  interval: string;
  strategy: string;
  type: 'BUY' | 'SELL' | 'HOLD';
  confidence: number;
  entry: string;
  stopLoss?: string;
  takeProfit?: string;
  votes: { strategy: string; score: number; weight: number; reason: string }[];
}

export interface Order {
  orderId: string;
  symbol: string;
  role: string;
  status: string;
  side: string | null;
  quantity: string | null;
  limitPrice: string | null;
  stopPrice: string | null;
  executed: string;
  reason: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface Fill {
  orderId: string;
  symbol: string;
  role: string;
  side: 'BUY' | 'SELL';
  price: string;
  quantity: string;
  commission: string;
  commissionAsset: string;
  at: string;
}

export interface Verdict {
  signalId: string;
  reason?: { code: string; message: string };
}

export interface Log {
  id: string;
  at: string;
  level: 'INFO' | 'WARNING' | 'ERROR';
  component: string;
  message: string;
}

export interface Notification {
  notificationId: string;
  type: string;
  title: string;
  text: string;
  at: string;
}

export interface Component {
  component: string;
  instance: string;
  state: 'STARTING' | 'UP' | 'DOWN' | 'STOPPED';
  health: Record<string, string>;
  facts: Record<string, string>;
  heartbeatAt: string;
}

export interface Point {
  at: string;
  equity: string;
}

export interface Summary {
  closed: number;
  won: number;
  winRatePct: string | null;
}

export interface Config {
  version: number;
  changedBy: string;
  changedAt: string;
  config: {
    enabled: boolean;
    engine: { trading_interval: number; enable_paper_trading: boolean };
    symbols: string[];
    risk: Record<string, string | number>;
    notifications: {
      enabled: boolean;
      email: string | null;
      discord_webhook_url_set: boolean;
      telegram_bot_token_set: boolean;
      telegram_chat_id: string | null;
    };
  };
}

export interface Step {
  kind: 'FILL' | 'ORDER' | 'VERDICT' | 'EXIT_REQUEST' | 'SIGNAL' | 'CANDLE';
  id: string;
  at: string;
  text: string;
  data: Record<string, unknown>;
}

export interface Chain {
  fillId: string;
  steps: Step[];
  entry: Step[] | null;
}
