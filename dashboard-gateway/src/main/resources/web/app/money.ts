import { css, html, LitElement } from 'lit';
import { amount, dateTime, percent, signed, tone } from './format';
import { t, type Key } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

/** What there is and what has become of it. */
class Money extends LitElement {
  static styles = [
    shared,
    css`
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
        gap: 12px 18px;
        flex: 1;
        align-content: space-evenly;
      }

      dl {
        margin: 0;
      }

      dl.large {
        grid-column: span 2;
      }

      dt {
        color: var(--muted);
        font-size: 12px;
      }

      dd {
        margin: 2px 0 0;
        font-size: 21px;
        font-weight: 600;
        white-space: nowrap;
      }

      .large dd {
        font-size: 30px;
      }

      small {
        font-size: 13px;
        font-weight: 500;
      }
    `,
  ];

  private readonly watch = new Watch(this, 'account', 'connection');

  render() {
    const money = store.money;
    if (!money) {
      return html`<section class="panel" data-testid="money">
        <p class="empty">${t('noAccount')}</p>
      </section>`;
    }
    const today = Number(money.equity) - Number(money.dayStartEquity);
    const start = Number(money.dayStartEquity);
    const summary = store.summary;
    return html`<section class="panel ${store.isLive() ? '' : 'is-stale'}" data-testid="money">
      <div class="tiles">
        ${tile('equity', html`${amount(money.equity)} <small class="muted">${money.quoteAsset}</small>`, 'large')}
        ${tile(
          'today',
          html`<span class=${tone(today)} data-testid="today-value">
            ${signed(today)} <small>${start === 0 ? '' : percent((today / start) * 100)}</small>
          </span>`,
          'large',
        )}
        ${tile('cash', amount(money.cash))}
        ${tile('realised', html`<span class=${tone(Number(money.realised))}>${signed(Number(money.realised))}</span>`)}
        ${tile('drawdown', html`${amount(money.drawdownPct)} %`)}
        ${tile('openPositions', String(money.openPositions))}
        ${tile(
          'winRate',
          summary?.winRatePct
            ? html`${summary.winRatePct} %
                <small class="muted">${t('closedTrades', { won: summary.won, closed: summary.closed })}</small>`
            : '–',
        )}
      </div>
      ${store.isLive()
        ? ''
        : html`<p class="warn" data-testid="money-stale">${t('notLive', { time: `${dateTime(money.at)} UTC` })}</p>`}
    </section>`;
  }
}

function tile(name: Key, value: unknown, size = '') {
  return html`<dl class=${size}>
    <dt>${t(name)}</dt>
    <dd class="number" data-testid=${name}>${value}</dd>
  </dl>`;
}

customElements.define('ct-money', Money);
