import { css, html, LitElement, nothing } from 'lit';
import type { EChartsType } from 'echarts/core';
import { chartIn, LINE, MUTED, tooltip } from './charts';
import { amount, dateTime } from './format';
import { t } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

/** What the account was worth, minute by minute of market time. */
class Equity extends LitElement {
  static styles = [
    shared,
    css`
      .canvas {
        height: 240px;
      }

      .wrapper {
        position: relative;
      }

      .over {
        position: absolute;
        inset: 40% 0 auto;
        text-align: center;
      }
    `,
  ];

  private readonly watch = new Watch(this, 'equity');
  private chart: EChartsType | null = null;

  firstUpdated() {
    this.chart = chartIn(this.renderRoot.querySelector('.canvas') as HTMLElement);
  }

  updated() {
    const points = store.equity;
    this.chart?.setOption({
      animation: false,
      grid: { left: 10, right: 74, top: 12, bottom: 26 },
      tooltip: {
        ...tooltip,
        formatter: (shown: unknown) => {
          const [at, value] = (shown as { value: [number, number] }[])[0].value;
          return `${dateTime(at)}\n${amount(value)}`;
        },
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
      series: [
        {
          type: 'line',
          showSymbol: points.length === 1,
          data: points.map((point) => [Date.parse(point.at), Number(point.equity)]),
          lineStyle: { color: '#58a6ff', width: 1.5 },
          itemStyle: { color: '#58a6ff' },
          areaStyle: { color: 'rgba(88,166,255,0.10)' },
        },
      ],
    });
  }

  render() {
    const last = store.equity.at(-1);
    return html`<section class="panel" data-testid="equity-curve" data-points=${store.equity.length} aria-labelledby="title">
      <div class="head"><h2 id="title">${t('equityCurve')}</h2></div>
      <div class="wrapper">
        <div class="canvas" role="img" aria-label="${t('equityCurve')}: ${last ? amount(last.equity) : t('noEquity')}"></div>
        ${last ? nothing : html`<p class="over muted">${t('noEquity')}</p>`}
      </div>
    </section>`;
  }
}

customElements.define('ct-equity', Equity);
