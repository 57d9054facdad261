import { css, html, LitElement, nothing } from 'lit';
import { decimal, digits, shortTime } from './format';
import { t } from './messages';
import type { Doc, Signal } from './model';
import { store, Watch } from './store';
import { shared } from './styles';

/** What the strategies say, why, and what risk answered. */
class Signals extends LitElement {
  static properties = { open: { state: true }, hidesHold: { state: true } };
  static styles = [
    shared,
    css`
      .reasons td {
        white-space: normal;
        background: var(--raised);
        padding: 8px 12px;
        border-top: none;
      }

      ul {
        margin: 4px 0;
        padding-left: 18px;
      }

      .bar {
        font-variant-numeric: tabular-nums;
      }

      .head label {
        display: flex;
        gap: 6px;
        align-items: center;
      }

      .head input {
        min-height: 0;
      }
    `,
  ];

  declare open: string;
  declare hidesHold: boolean;

  private readonly watch = new Watch(this, 'signals');

  constructor() {
    super();
    this.open = '';
    this.hidesHold = true;
  }

  render() {
    const signals = store.signals.filter(({ data }) => !this.hidesHold || data.type !== 'HOLD');
    return html`<section class="panel" data-testid="signals" aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t('signals')}</h2>
        <span class="spacer"></span>
        <label
          ><input
            type="checkbox"
            .checked=${this.hidesHold}
            data-testid="hide-hold"
            @change=${(event: Event) => (this.hidesHold = (event.target as HTMLInputElement).checked)}
          />${t('onlyTrades')}</label
        >
      </div>
      ${signals.length === 0
        ? html`<p class="empty">${t('noSignals')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="title">
            <table>
              <thead>
                <tr>
                  <th>${t('time')}</th>
                  <th>${t('symbol')}</th>
                  <th>${t('signal')}</th>
                  <th class="right">${t('confidence')}</th>
                  <th class="right">${t('entry')}</th>
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${signals.map((signal) => this.row(signal))}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  private row({ id, at, data }: Doc<Signal>) {
    const isOpen = this.open === id;
    const tone = data.type === 'BUY' ? 'up' : data.type === 'SELL' ? 'down' : 'muted';
    const arrow = data.type === 'BUY' ? '▲' : data.type === 'SELL' ? '▼' : '■';
    return html`<tr data-testid="signal" data-id=${id}>
        <td class="muted">${shortTime(at)}</td>
        <td>${data.symbol} <span class="muted">${data.interval}</span></td>
        <td class=${tone}><span aria-hidden="true">${arrow}</span> ${data.type}</td>
        <td class="right number">${data.confidence}</td>
        <td class="right number">${decimal(data.entry, digits(store.tick(data.symbol)))}</td>
        <td>
          <button
            class="link"
            aria-expanded=${isOpen}
            aria-label=${t('showReasons', { type: data.type, symbol: data.symbol })}
            data-testid="signal-reasons"
            @click=${() => (this.open = isOpen ? '' : id)}
          >
            ${t('why')}
          </button>
        </td>
      </tr>
      ${isOpen ? this.reasons(id, data) : nothing}`;
  }

  private reasons(id: string, signal: Signal) {
    const verdict = store.verdicts.get(id);
    return html`<tr class="reasons" data-testid="signal-detail">
      <td colspan="6">
        <ul>
          ${signal.votes.map(
            (vote) =>
              html`<li>
                <strong>${vote.strategy}</strong>
                <span class="bar ${vote.score > 0 ? 'up' : vote.score < 0 ? 'down' : 'muted'}">
                  ${vote.score > 0 ? '+' : ''}${vote.score}
                </span>
                <span class="muted">× ${vote.weight} %</span> — ${vote.reason}
              </li>`,
          )}
        </ul>
        ${verdict
          ? html`<p class=${verdict.type === 'approved' ? 'up' : 'warn'}>
              ${verdict.type === 'approved' ? 'Risk approved it.' : `Risk: ${verdict.data.reason?.message}`}
            </p>`
          : nothing}
      </td>
    </tr>`;
  }
}

customElements.define('ct-signals', Signals);
