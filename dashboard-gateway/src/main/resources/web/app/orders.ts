import { html, LitElement } from 'lit';
import { decimal, digits, shortTime, words } from './format';
import { t } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

const TONES: Record<string, string> = { FILLED: 'up', REJECTED: 'down', UNKNOWN: 'warn', NOT_SENT: 'warn' };

/** Every order and what became of it. */
class Orders extends LitElement {
  static styles = [shared];

  private readonly watch = new Watch(this, 'orders');

  render() {
    const orders = [...store.orders.values()];
    return html`<section class="panel" data-testid="orders" aria-labelledby="title">
      <div class="head"><h2 id="title">${t('orders')}</h2></div>
      ${orders.length === 0
        ? html`<p class="empty">${t('noOrders')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="title">
            <table>
              <thead>
                <tr>
                  <th>${t('time')}</th>
                  <th>${t('symbol')}</th>
                  <th>${t('role')}</th>
                  <th>${t('side')}</th>
                  <th class="right">${t('quantity')}</th>
                  <th class="right">${t('executed')}</th>
                  <th class="right">${t('price')}</th>
                  <th>${t('status')}</th>
                </tr>
              </thead>
              <tbody>
                ${orders.map((order) => {
                  const precision = digits(store.tick(order.symbol));
                  return html`<tr data-testid="order" data-status=${order.status}>
                    <td class="muted">${shortTime(order.updatedAt)}</td>
                    <td>${order.symbol}</td>
                    <td>${words(order.role)}</td>
                    <td>${order.side ?? '–'}</td>
                    <td class="right number">${decimal(order.quantity)}</td>
                    <td class="right number">${decimal(order.executed)}</td>
                    <td class="right number">${decimal(order.stopPrice ?? order.limitPrice, precision)}</td>
                    <td class=${TONES[order.status] ?? ''} title=${order.reason ?? ''}>${words(order.status)}</td>
                  </tr>`;
                })}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }
}

customElements.define('ct-orders', Orders);
