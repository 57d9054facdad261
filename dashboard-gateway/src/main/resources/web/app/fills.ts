import { html, LitElement } from 'lit';
import { decimal, digits, shortTime, words } from './format';
import { t } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

/** What was bought and sold; each line leads to its reasons. */
class Fills extends LitElement {
  static styles = [shared];

  private readonly watch = new Watch(this, 'fills');

  private ask(fill: string) {
    window.dispatchEvent(new CustomEvent('audit', { detail: fill }));
  }

  render() {
    return html`<section class="panel" data-testid="fills" aria-labelledby="title">
      <div class="head"><h2 id="title">${t('fills')}</h2></div>
      ${store.fills.length === 0
        ? html`<p class="empty">${t('noFills')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="title">
            <table>
              <thead>
                <tr>
                  <th>${t('time')}</th>
                  <th>${t('symbol')}</th>
                  <th>${t('side')}</th>
                  <th>${t('role')}</th>
                  <th class="right">${t('quantity')}</th>
                  <th class="right">${t('price')}</th>
                  <th class="right">${t('fee')}</th>
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${store.fills.map(
                  ({ id, data }) =>
                    html`<tr data-testid="fill" data-id=${id}>
                      <td class="muted">${shortTime(data.at)}</td>
                      <td>${data.symbol}</td>
                      <td class=${data.side === 'BUY' ? 'up' : 'down'}>
                        <span aria-hidden="true">${data.side === 'BUY' ? '▲' : '▼'}</span> ${data.side}
                      </td>
                      <td>${words(data.role)}</td>
                      <td class="right number">${decimal(data.quantity)}</td>
                      <td class="right number">${decimal(data.price, digits(store.tick(data.symbol)))}</td>
                      <td class="right number">${decimal(data.commission)} ${data.commissionAsset}</td>
                      <td>
                        <button
                          class="link"
                          data-testid="audit-open"
                          aria-label=${t('whyTrade', { side: data.side, symbol: data.symbol })}
                          @click=${() => this.ask(id)}
                        >
                          ${t('why')}
                        </button>
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }
}

customElements.define('ct-fills', Fills);
