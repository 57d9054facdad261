import { css, html, LitElement, nothing } from 'lit';
import type { EChartsType } from 'echarts/core';
import { chartIn, DOWN, LINE, MUTED, tooltip, UP } from './charts';
import { dateTime, decimal, digits, rounded } from './format';
import { loadCandles } from './load';
import { t } from './messages';
import type { Candle } from './model';
import { store, Watch } from './store';
import { shared } from './styles';

const INTERVALS: Record<string, number> = { '1m': 60, '5m': 300, '15m': 900, '1h': 3600, '4h': 14400 };

/** Closed candles, what was bought and sold in them, and the open position's lines. */
class Chart extends LitElement {
  static styles = [
    shared,
    css`
      .canvas {
        position: absolute;
        inset: 0;
      }

      .intervals {
        display: flex;
        gap: 4px;
      }

      .intervals button {
        padding: 2px 9px;
        min-height: 30px;
      }

      .intervals button[aria-pressed='true'] {
        border-color: var(--accent);
        color: var(--accent);
      }

      .wrapper {
        position: relative;
        flex: 1;
        min-height: 400px;
      }

      .over {
        position: absolute;
        inset: 40% 0 auto;
        text-align: center;
      }

      @media (max-width: 760px) {
        .wrapper {
          min-height: 300px;
        }
      }
    `,
  ];

  private readonly watch = new Watch(this, 'candles', 'quotes', 'positions', 'fills', 'config', 'connection');
  private chart: EChartsType | null = null;

  firstUpdated() {
    this.chart = chartIn(this.renderRoot.querySelector('.canvas') as HTMLElement);
  }

  private choose(symbol: string, interval: string) {
    store.symbol = symbol;
    store.interval = interval;
    store.candles = [];
    store.changed('candles', 'quotes');
    void loadCandles();
  }

  updated() {
    const { candles, symbol } = store;
    const precision = digits(store.tick(symbol));
    const dates = candles.map((candle) => dateTime(candle.openTime).slice(5, 16));
    this.chart?.setOption({
      animation: false,
      grid: { left: 10, right: 84, top: 12, bottom: 26 },
      tooltip: { ...tooltip, axisPointer: { type: 'cross' }, formatter: (points: unknown) => tip(points, precision) },
      xAxis: {
        type: 'category',
        data: dates,
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { color: MUTED, hideOverlap: true },
      },
      yAxis: {
        scale: true,
        // The open position's lines belong to the picture.
        min: (extent: Extent) => bounds(extent).min,
        max: (extent: Extent) => bounds(extent).max,
        position: 'right',
        axisLabel: { color: MUTED, showMinLabel: false, showMaxLabel: false, formatter: (value: number) => decimal(value.toFixed(precision ?? 2)) },
        splitLine: { lineStyle: { color: '#1f2630' } },
      },
      dataZoom: [{ type: 'inside', start: candles.length > 120 ? 50 : 0, end: 100 }],
      series: [
        {
          type: 'candlestick',
          data: candles.map((c) => [Number(c.open), Number(c.close), Number(c.low), Number(c.high)]),
          itemStyle: { color: UP, color0: DOWN, borderColor: UP, borderColor0: DOWN },
          markPoint: { data: marks(candles) },
          markLine: { symbol: 'none', silent: true, data: lines(precision) },
        },
      ],
    });
  }

  render() {
    const symbols = new Set([...(store.config?.config.symbols ?? []), ...store.quotes.keys(), store.symbol]);
    const close = decimal(store.candles.at(-1)?.close, digits(store.tick(store.symbol)));
    return html`<section class="panel" data-testid="chart" data-candles=${store.candles.length} aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t('chart')}</h2>
        <select
          aria-label=${t('symbol')}
          data-testid="chart-symbol"
          @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value, store.interval)}
        >
          ${[...symbols]
            .filter((symbol) => symbol)
            .map((symbol) => html`<option value=${symbol} ?selected=${symbol === store.symbol}>${symbol}</option>`)}
        </select>
        <div class="intervals" role="group" aria-label=${t('interval')}>
          ${Object.keys(INTERVALS).map(
            (interval) =>
              html`<button
                aria-pressed=${interval === store.interval}
                data-testid="interval-${interval}"
                @click=${() => this.choose(store.symbol, interval)}
              >
                ${interval}
              </button>`,
          )}
        </div>
      </div>
      <div class="wrapper">
        <div
          class="canvas"
          role="img"
          aria-label=${t('chartLabel', { symbol: store.symbol, interval: store.interval, close })}
        ></div>
        ${store.candles.length === 0
          ? html`<p class="over muted">
              ${store.candlesLoading ? t('loading') : t('noCandles', { symbol: store.symbol, interval: store.interval })}
            </p>`
          : nothing}
      </div>
    </section>`;
  }
}

/** Where we bought and sold: an arrow from below or above. */
function marks(candles: Candle[]) {
  const length = (INTERVALS[store.interval] ?? 60) * 1000;
  const places = new Map(candles.map((candle, place) => [Date.parse(candle.openTime), place]));
  return store.fills
    .filter(({ data }) => data.symbol === store.symbol)
    .flatMap(({ data }) => {
      const place = places.get(Math.floor(Date.parse(data.at) / length) * length);
      if (place === undefined) {
        return [];
      }
      const buy = data.side === 'BUY';
      return [
        {
          name: data.side,
          coord: [place, Number(buy ? candles[place].low : candles[place].high)],
          symbol: 'triangle',
          symbolSize: 11,
          symbolRotate: buy ? 0 : 180,
          symbolOffset: [0, buy ? 12 : -12],
          itemStyle: { color: buy ? '#3fc9bb' : '#ff7b78', borderColor: '#0d1117', borderWidth: 1 },
          label: { show: false },
        },
      ];
    });
}

function held() {
  return store.openPositions().find((each) => each.symbol === store.symbol);
}

interface Extent {
  min: number;
  max: number;
}

/** What is to be seen: the candles, the position's lines, the latest price, and some air. */
function bounds(candles: Extent): Extent {
  const limits = held()?.protection;
  const quote = store.quotes.get(store.symbol);
  const prices = [limits?.stopLoss, limits?.takeProfit, quote?.last]
    .filter((price) => price !== undefined)
    .map(Number);
  const min = Math.min(candles.min, ...prices);
  const max = Math.max(candles.max, ...prices);
  const air = (max - min) * 0.04;
  return { min: min - air, max: max + air };
}

/** The open position's entry, stop and target, and the latest price. */
function lines(precision: number | undefined) {
  const line = (name: string, price: string, color: string) => ({
    yAxis: Number(price),
    lineStyle: { color, type: 'dashed', width: 1 },
    label: { formatter: `${name} ${rounded(price, precision)}`, color, position: 'insideStartTop', fontSize: 11 },
  });
  const latest = (price: string) => ({
    yAxis: Number(price),
    lineStyle: { color: store.isLive() ? '#58a6ff' : MUTED, type: 'dotted', width: 1 },
    label: {
      formatter: decimal(price, precision),
      position: 'end',
      color: '#fff',
      // Grey when it is old: never a stale number shown as live.
      backgroundColor: store.isLive() ? '#1f6feb' : LINE,
      padding: [3, 5],
      borderRadius: 3,
    },
  });
  const position = held();
  const quote = store.quotes.get(store.symbol);
  return [
    ...(quote ? [latest(quote.last)] : []),
    ...(position ? [line(t('entryLine'), position.averageEntry, MUTED)] : []),
    ...(position?.protection
      ? [
          line(t('stopLine'), position.protection.stopLoss, DOWN),
          line(t('targetLine'), position.protection.takeProfit, UP),
        ]
      : []),
  ];
}

function tip(points: unknown, precision: number | undefined): string {
  const place = (points as { dataIndex: number }[])[0]?.dataIndex;
  const candle = place === undefined ? undefined : store.candles[place];
  if (!candle) {
    return '';
  }
  const { open, high, low, close, volume } = candle;
  const shown = [open, high, low, close].map((price) => decimal(price, precision));
  return `${dateTime(candle.openTime)}\nO ${shown[0]}  H ${shown[1]}\nL ${shown[2]}  C ${shown[3]}\nVolume ${decimal(volume)}`;
}

customElements.define('ct-chart', Chart);
