import { css, html, LitElement } from 'lit';
import { decimal, digits, time } from './format';
import { loadCandles } from './load';
import { t } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

const STALE_MS = 30_000;

/** The latest prices; a click shows the symbol's chart. */
class Prices extends LitElement {
  static styles = [
    shared,
    css`
      tr.chosen td:first-child {
        border-left: 2px solid var(--accent);
        padding-left: 6px;
      }

      tr.old .number {
        opacity: 0.45;
      }
    `,
  ];

  private readonly watch = new Watch(this, 'quotes', 'connection', 'candles');

  private choose(symbol: string) {
    store.symbol = symbol;
    store.candles = [];
    store.changed('candles', 'quotes');
    void loadCandles();
  }

  render() {
    const quotes = [...store.quotes.values()].sort((a, b) => a.symbol.localeCompare(b.symbol));
    return html`<section class="panel ${store.isLive() ? '' : 'is-stale'}" data-testid="prices" aria-labelledby="title">
      <div class="head"><h2 id="title">${t('prices')}</h2></div>
      ${quotes.length === 0
        ? html`<p class="empty">${t('none')}</p>`
        : html`<table>
            <thead>
              <tr>
                <th>${t('symbol')}</th>
                <th class="right">${t('last')}</th>
                <th class="right">${t('bid')}</th>
                <th class="right">${t('ask')}</th>
              </tr>
            </thead>
            <tbody>
              ${quotes.map((quote) => {
                const precision = digits(store.tick(quote.symbol));
                const old = Date.now() - quote.heard > STALE_MS;
                const move = old ? 0 : quote.move;
                return html`<tr
                  class="${quote.symbol === store.symbol ? 'chosen' : ''} ${old ? 'old' : ''}"
                  data-testid="price-${quote.symbol}"
                >
                  <td>
                    <button class="link" aria-pressed=${quote.symbol === store.symbol} @click=${() => this.choose(quote.symbol)}>
                      ${quote.symbol}
                    </button>
                    ${old ? html`<span class="warn" title=${quote.at}>${t('stale', { time: time(quote.at) })}</span>` : ''}
                  </td>
                  <td class="right number ${move > 0 ? 'up' : move < 0 ? 'down' : ''}">
                    <span aria-hidden="true">${move > 0 ? '▲' : move < 0 ? '▼' : ''}</span>
                    <span data-testid="last">${decimal(quote.last, precision)}</span>
                  </td>
                  <td class="right number">${decimal(quote.bid, precision)}</td>
                  <td class="right number">${decimal(quote.ask, precision)}</td>
                </tr>`;
              })}
            </tbody>
          </table>`}
    </section>`;
  }
}

customElements.define('ct-prices', Prices);
