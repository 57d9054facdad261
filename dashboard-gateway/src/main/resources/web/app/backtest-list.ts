import { css, html, LitElement, nothing } from 'lit';
import { reasonOf, remove } from './api';
import { dateTime, percent, shortTime, tone } from './format';
import { t } from './messages';
import type { Backtest } from './model';
import { store, Watch } from './store';
import { shared } from './styles';

const MOST = 6;
const TONES = { QUEUED: '', RUNNING: 'warn', DONE: 'up', FAILED: 'down', CANCELLED: '' };

/** What a backtest is called where there is little room. */
export function nameOf(backtest: Backtest): string {
  const { symbols, interval } = backtest.plan;
  const more = symbols.length > 2 ? ` +${symbols.length - 2}` : '';
  return `${t(backtest.kind)} · ${symbols.slice(0, 2).join(', ')}${more} · ${interval}`;
}

/** All backtests, the newest first; how far they are is pushed. */
class BacktestList extends LitElement {
  static properties = { chosen: { attribute: false }, error: { state: true } };
  static styles = [
    shared,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      li {
        display: grid;
        grid-template-columns: 20px minmax(0, 1.5fr) minmax(0, 1.3fr) 150px;
        gap: 4px 14px;
        align-items: center;
        padding: 8px 0;
        border-top: 1px solid var(--line);
      }

      input {
        min-height: 0;
      }

      progress {
        width: 100%;
        height: 8px;
        accent-color: var(--accent);
      }

      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .small {
        font-size: 12px;
      }

      .links {
        display: flex;
        gap: 8px;
        justify-content: flex-end;
        flex-wrap: wrap;
      }

      a {
        color: var(--accent);
      }

      @media (max-width: 700px) {
        li {
          grid-template-columns: 20px minmax(0, 1fr);
        }

        li > .state,
        li > .links {
          grid-column: 2;
          justify-content: flex-start;
        }
      }
    `,
  ];

  declare chosen: string[];
  declare error: string;

  private readonly watch = new Watch(this, 'backtests', 'session');

  constructor() {
    super();
    this.chosen = [];
    this.error = '';
  }

  private choose(id: string, event: Event) {
    const others = this.chosen.filter((each) => each !== id);
    const chosen = (event.target as HTMLInputElement).checked ? [...others, id] : others;
    this.dispatchEvent(new CustomEvent('choose', { detail: chosen }));
  }

  private async cancel(id: string) {
    this.error = '';
    try {
      await remove(`/api/backtests/${id}`);
    } catch (error) {
      this.error = t('failed', { reason: reasonOf(error) });
    }
  }

  render() {
    const all = [...store.backtests.values()].sort((a, b) => Date.parse(b.requestedAt) - Date.parse(a.requestedAt));
    return html`<section class="panel" data-testid="backtests" aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t('history')}</h2>
        <span class="muted">${t('compareHint')}</span>
      </div>
      ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}
      ${all.length === 0 ? html`<p class="empty">${t('noBacktests')}</p>` : html`<ol>${all.map((each) => this.row(each))}</ol>`}
    </section>`;
  }

  private row(backtest: Backtest) {
    const { id, plan, state } = backtest;
    const full = this.chosen.length >= MOST && !this.chosen.includes(id);
    return html`<li data-testid="backtest" data-id=${id} data-state=${state} data-done=${backtest.done} data-total=${backtest.total}>
      <input
        type="checkbox"
        aria-label=${t('choose', { name: nameOf(backtest) })}
        data-testid="backtest-choose"
        .checked=${this.chosen.includes(id)}
        ?disabled=${state !== 'DONE' || full}
        @change=${(event: Event) => this.choose(id, event)}
      />
      <div>
        <div class="name">${nameOf(backtest)}</div>
        <div class="muted small number">${shortTime(plan.from).slice(0, 11)} – ${shortTime(plan.to).slice(0, 11)} · ${plan.mode.toLowerCase()}</div>
        <div class="muted small">${backtest.requestedBy}, ${dateTime(backtest.requestedAt)}</div>
      </div>
      <div class="state">${this.state(backtest)}</div>
      <div class="links">${this.links(backtest)}</div>
    </li>`;
  }

  private state(backtest: Backtest) {
    const { state, done, total, figures } = backtest;
    const ended = state !== 'QUEUED' && state !== 'RUNNING';
    const share = total > 0 ? Math.round((100 * done) / total) : null;
    const gain = figures.returnPct === undefined ? null : Number(figures.returnPct);
    return html`<span class="badge ${TONES[state]}">${backtest.cancelling ? t('cancelling') : state.toLowerCase()}</span>
      ${gain === null ? nothing : html`<span class="number ${tone(gain)}" data-testid="backtest-return">${percent(gain)}</span>`}
      ${ended || state === 'QUEUED'
        ? nothing
        : html`<progress aria-label=${t('progress')} data-testid="backtest-progress" max="100" .value=${share ?? 0}></progress>`}
      <div class="muted small" data-testid="backtest-note">
        ${backtest.note}${share !== null && !ended && state === 'RUNNING' ? ` · ${share} %` : ''}
      </div>`;
  }

  private links(backtest: Backtest) {
    const report = `/api/backtests/${backtest.id}/report`;
    if (backtest.state === 'DONE') {
      return html`<a href="${report}.html" target="_blank" rel="noopener" data-testid="backtest-report">${t('report')}</a>
        <a href="${report}.json" target="_blank" rel="noopener">JSON</a>
        <a href="${report}.csv" download="backtest.csv">CSV</a>`;
    }
    if (backtest.state === 'FAILED' || backtest.state === 'CANCELLED') {
      return nothing;
    }
    return html`<button
      ?disabled=${backtest.cancelling || store.session?.role === 'VIEWER'}
      data-testid="backtest-cancel"
      @click=${() => void this.cancel(backtest.id)}
    >
      ${t('cancel')}
    </button>`;
  }
}

customElements.define('ct-backtest-list', BacktestList);
