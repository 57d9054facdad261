import { css, html, LitElement, nothing } from 'lit';
import { call, reasonOf } from './api';
import { formStyles } from './form-styles';
import { t, type Key } from './messages';
import type { Backtest, Kind } from './model';
import { store, Watch } from './store';
import { shared } from './styles';

const KINDS: Kind[] = ['RUN', 'OPTIMISE', 'WALK_FORWARD', 'MONTE_CARLO'];
const INTERVALS = ['1m', '5m', '15m', '1h', '4h'];
const WAYS = ['GRID', 'RANDOM', 'EVOLUTION'];
const OBJECTIVES = ['SHARPE', 'PROFIT', 'CAGR', 'SORTINO', 'CALMAR', 'OMEGA', 'PROFIT_FACTOR', 'EXPECTANCY', 'MAX_DRAWDOWN'];
/** As a careful person would assume; the server's own when nothing is changed. */
const FILLS: [Key, string][] = [
  ['spreadPct', '0.02'],
  ['slippagePct', '0.02'],
  ['makerFeePct', '0.1'],
  ['takerFeePct', '0.1'],
  ['participationPct', '10'],
  ['latencyMillis', '500'],
];
const DAY = 86_400_000;

/** Asks for a backtest. */
class BacktestForm extends LitElement {
  static properties = { kind: { state: true }, message: { state: true }, failed: { state: true }, sending: { state: true } };
  static styles = [
    shared,
    formStyles,
    css`
      textarea {
        width: 100%;
        min-height: 76px;
      }

      p {
        margin: 0 0 10px;
      }
    `,
  ];

  declare kind: Kind;
  declare message: string;
  declare failed: boolean;
  declare sending: boolean;

  private readonly watch = new Watch(this, 'config', 'session', 'quotes');
  private until: number | null = null;

  constructor() {
    super();
    this.kind = 'RUN';
    this.message = '';
    this.failed = false;
    this.sending = false;
  }

  private async send(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    this.sending = true;
    this.message = '';
    try {
      const backtest = await call<Backtest>('POST', '/api/backtests', {
        account: store.account,
        kind: this.kind,
        symbols: text('symbols').split(/[\s,]+/).filter((symbol) => symbol),
        interval: text('interval'),
        candles: text('candles'),
        mode: text('mode').toUpperCase(),
        risk: this.risk(text),
        from: instant(text('from')),
        to: instant(text('to')),
        cash: text('cash'),
        fills: {
          ...Object.fromEntries(FILLS.map(([name]) => [name, text(name)])),
          latencyMillis: Number(text('latencyMillis')),
          feeAsset: 'RECEIVED',
          assumptions: [],
        },
        study: this.kind === 'RUN' ? null : this.study(text),
      });
      store.backtests.set(backtest.id, store.backtests.get(backtest.id) ?? backtest);
      store.changed('backtests');
      this.failed = false;
      this.message = t('backtestStarted');
    } catch (error) {
      this.failed = true;
      this.message = t('failed', { reason: reasonOf(error) });
    } finally {
      this.sending = false;
    }
  }

  private risk(text: (name: string) => string) {
    const risk = store.config?.config.risk ?? {};
    return {
      maxDailyLossPct: text('max_daily_loss_pct'),
      maxPositions: Number(text('max_positions')),
      positionSizePct: text('position_size_pct'),
      stopLossPct: text('stop_loss_pct'),
      takeProfitPct: text('take_profit_pct'),
      minimumBalance: String(risk.minimum_balance ?? '10'),
    };
  }

  private study(text: (name: string) => string) {
    const number = (name: string) => Number(text(name) || '0');
    const parameters = text('parameters')
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line)
      .map((line) => [line.split('=')[0].trim(), line.slice(line.indexOf('=') + 1).trim()]);
    return {
      parameters: Object.fromEntries(parameters),
      way: text('way') || 'GRID',
      objective: text('objective') || 'SHARPE',
      trials: number('trials'),
      minTrades: number('minTrades'),
      seed: number('seed'),
      trainDays: number('trainDays'),
      tradeDays: number('tradeDays'),
      samples: number('samples'),
    };
  }

  private field(name: string, label: Key, value: unknown, type = 'text') {
    return html`<label
      >${t(label)}
      <input name=${name} type=${type} .defaultValue=${String(value ?? '')} autocomplete="off" data-testid="backtest-${name}" />
    </label>`;
  }

  private choice(name: string, label: Key, values: string[], chosen: string) {
    return html`<label
      >${t(label)}
      <select name=${name} data-testid="backtest-${name}">
        ${values.map((value) => html`<option ?selected=${value === chosen}>${value}</option>`)}
      </select>
    </label>`;
  }

  render() {
    const config = store.config?.config;
    if (!config) {
      return html`<section class="panel"><p class="empty">${t('loading')}</p></section>`;
    }
    const until = this.hour();
    return html`<section class="panel" data-testid="backtest-form" aria-labelledby="title">
      <div class="head"><h2 id="title">${t('newBacktest')}</h2></div>
      <p class="muted">${t('backtestHint')}</p>
      <form @submit=${this.send} novalidate>
        ${this.what(config.symbols, until)} ${this.how(config)} ${this.venue()}
        ${this.kind === 'RUN' ? nothing : this.searched()}
        <div class="actions">
          <span class=${this.failed ? 'error' : 'up'} role="status" data-testid="backtest-message">${this.message}</span>
          <button class="primary" ?disabled=${this.sending || store.session?.role === 'VIEWER'} data-testid="backtest-start">
            ${t('startBacktest')}
          </button>
        </div>
      </form>
    </section>`;
  }

  /** The full hour at which market time stood when it was first known. */
  private hour(): number {
    const hour = (at: number) => Math.floor(at / 3_600_000) * 3_600_000;
    if (this.until === null && store.marketTime) {
      this.until = hour(Date.parse(store.marketTime));
    }
    return this.until ?? hour(Date.now());
  }

  private what(symbols: string[], until: number) {
    return html`<fieldset>
      <legend>${t('tried')}</legend>
      <label
        >${t('kind')}
        <select
          data-testid="backtest-kind"
          @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as Kind)}
        >
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${t(kind)}</option>`)}
        </select>
      </label>
      ${this.field('symbols', 'symbols', symbols.join(', '))}
      ${this.field('from', 'fromTime', local(until - 7 * DAY), 'datetime-local')}
      ${this.field('to', 'toTime', local(until), 'datetime-local')} ${this.field('cash', 'startCash', '10000')}
    </fieldset>`;
  }

  private how(config: NonNullable<typeof store.config>['config']) {
    const mode = String(config.risk.trading_mode ?? 'balanced').toLowerCase();
    const seconds = config.engine.trading_interval;
    const interval = INTERVALS[[60, 300, 900, 3600, 14400].indexOf(seconds)] ?? '5m';
    const limit = (name: Key) => this.field(name, name, config.risk[name]);
    return html`<fieldset>
      <legend>${t('trading')}</legend>
      ${this.choice('mode', 'mode', ['conservative', 'balanced', 'aggressive'], mode)}
      ${this.choice('interval', 'interval', INTERVALS, interval)} ${limit('position_size_pct')}
      ${limit('stop_loss_pct')} ${limit('take_profit_pct')} ${limit('max_positions')} ${limit('max_daily_loss_pct')}
    </fieldset>`;
  }

  private venue() {
    return html`<fieldset>
      <legend>${t('fills_')}</legend>
      ${this.choice('candles', 'filledOn', INTERVALS, '1m')}
      ${FILLS.map(([name, value]) => this.field(name, name, value))}
    </fieldset>`;
  }

  private searched() {
    const walks = this.kind === 'WALK_FORWARD';
    if (this.kind === 'MONTE_CARLO') {
      return html`<fieldset>
        <legend>${t('MONTE_CARLO')}</legend>
        ${this.field('samples', 'samples', '1000')} ${this.field('seed', 'seed', '1')}
      </fieldset>`;
    }
    return html`<fieldset>
      <legend>${t('search')}</legend>
      <label
        >${t('parameters')}
        <textarea name="parameters" data-testid="backtest-parameters" .defaultValue=${'stop_loss_pct=0.5:2:0.5\ntake_profit_pct=1,2,4'}></textarea>
      </label>
      ${this.choice('way', 'way', WAYS, 'GRID')} ${this.choice('objective', 'objective', OBJECTIVES, 'PROFIT')}
      ${this.field('trials', 'trials', '100')} ${this.field('minTrades', 'minTrades', '1')}
      ${this.field('seed', 'seed', '1')}
      ${walks ? html`${this.field('trainDays', 'trainDays', '3')} ${this.field('tradeDays', 'tradeDays', '1')}` : nothing}
    </fieldset>`;
  }
}

/** A moment as the browser's field wants it, in UTC. */
function local(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

function instant(text: string): string | null {
  return text ? `${text.length === 16 ? `${text}:00` : text}Z` : null;
}

customElements.define('ct-backtest-form', BacktestForm);
