import { css, html, LitElement, nothing } from 'lit';
import type { EChartsType } from 'echarts/core';
import { get, reasonOf } from './api';
import { nameOf } from './backtest-list';
import { chartIn, LINE, MUTED, tooltip } from './charts';
import { amount, dateTime } from './format';
import { t } from './messages';
import type { BacktestWithCurve } from './model';
import { shared } from './styles';

const COLOURS = ['#58a6ff', '#e3b341', '#3fc9bb', '#ff7b78', '#bc8cff', '#9aa6b2'];

/** Some backtests beside each other: what their accounts were worth, and their figures. */
class BacktestCompare extends LitElement {
  static properties = { chosen: { attribute: false }, shown: { state: true }, error: { state: true } };
  static styles = [
    shared,
    css`
      .canvas {
        height: 280px;
      }

      .hidden {
        display: none;
      }

      .key {
        display: inline-block;
        width: 14px;
        height: 3px;
        vertical-align: middle;
        margin-right: 6px;
        fill: currentColor;
      }

      th {
        white-space: normal;
        min-width: 110px;
      }
    `,
  ];

  declare chosen: string[];
  declare shown: BacktestWithCurve[];
  declare error: string;

  private chart: EChartsType | null = null;

  constructor() {
    super();
    this.chosen = [];
    this.shown = [];
    this.error = '';
  }

  willUpdate(changed: Map<string, unknown>) {
    const before = (changed.get('chosen') as string[] | undefined) ?? [];
    if (changed.has('chosen') && before.join() !== this.chosen.join()) {
      void this.load();
    }
  }

  private async load() {
    const ids = this.chosen.join(',');
    if (this.chosen.length < 2) {
      this.shown = [];
      return;
    }
    try {
      const shown = await get<BacktestWithCurve[]>(`/api/backtests/compare?ids=${encodeURIComponent(ids)}`);
      if (ids === this.chosen.join(',')) {
        this.shown = shown;
        this.error = '';
      }
    } catch (error) {
      this.error = t('failed', { reason: reasonOf(error) });
    }
  }

  updated() {
    const canvas = this.renderRoot.querySelector<HTMLElement>('.canvas');
    if (canvas && !this.chart) {
      this.chart = chartIn(canvas);
    }
    if (!canvas) {
      this.chart?.dispose();
      this.chart = null;
    }
    this.chart?.setOption(
      {
        animation: false,
        grid: { left: 10, right: 74, top: 12, bottom: 26 },
        tooltip: {
          ...tooltip,
          formatter: (points: unknown) =>
            (points as { value: [number, number]; seriesName: string }[])
              .map((point) => `${dateTime(point.value[0])}  ${point.seriesName}  ${amount(point.value[1])}`)
              .join('\n'),
        },
        xAxis: {
          type: 'time',
          axisLine: { lineStyle: { color: LINE } },
          axisLabel: { color: MUTED, hideOverlap: true, formatter: (at: number) => dateTime(at).slice(5, 16) },
        },
        yAxis: {
          scale: true,
          position: 'right',
          axisLabel: { color: MUTED, formatter: (value: number) => amount(value) },
          splitLine: { lineStyle: { color: '#1f2630' } },
        },
        series: this.shown.map((each, index) => ({
          type: 'line',
          name: `${index + 1}`,
          showSymbol: false,
          data: each.curve.map((point) => [Date.parse(point.at), Number(point.equity)]),
          lineStyle: { color: COLOURS[index], width: 1.5 },
          itemStyle: { color: COLOURS[index] },
        })),
      },
      true,
    );
  }

  render() {
    if (this.shown.length < 2) {
      return this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing;
    }
    const figures = [...new Set(this.shown.flatMap((each) => Object.keys(each.backtest.figures)))].sort();
    const curves = this.shown.filter((each) => each.curve.length > 0).length;
    return html`<section class="panel" data-testid="compare" data-curves=${curves} aria-labelledby="title">
      <div class="head"><h2 id="title">${t('compare')}</h2></div>
      ${curves === 0 ? html`<p class="muted">${t('noCurve')}</p>` : nothing}
      <div class="canvas ${curves === 0 ? 'hidden' : ''}" role="img" aria-label="${t('compare')}: ${t('equityCurve')}"></div>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="title">
        <table>
          <thead>
            <tr>
              <th>${t('figure')}</th>
              ${this.shown.map((each, index) => html`<th class="right">${this.key(index)}${index + 1}. ${nameOf(each.backtest)} · ${dateTime(each.backtest.requestedAt)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${figures.map(
              (name) =>
                html`<tr data-testid="compare-${name}">
                  <td>${label(name)}</td>
                  ${this.shown.map((each) => html`<td class="right number">${shortFigure(each.backtest.figures[name])}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private key(index: number) {
    return html`<svg class="key" aria-hidden="true" viewBox="0 0 14 3"><rect width="14" height="3" fill=${COLOURS[index]} /></svg>`;
  }
}

/** maxDrawdownPct as words. */
function label(name: string): string {
  return name
    .replace(/Pct/, ', %')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
}

/** A figure to four digits after the point. */
function shortFigure(figure: string | undefined): string {
  return figure === undefined ? '–' : String(Math.round(Number(figure) * 10_000) / 10_000);
}

customElements.define('ct-backtest-compare', BacktestCompare);
