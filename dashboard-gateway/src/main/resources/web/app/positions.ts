import { html, LitElement } from 'lit';
import { decimal, digits, rounded, shortTime, signed, tone } from './format';
import { t } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

/** What is held, and where it is left. */
class Positions extends LitElement {
  static styles = [shared];

  private readonly watch = new Watch(this, 'positions', 'connection');

  render() {
    const positions = store.openPositions();
    return html`<section class="panel ${store.isLive() ? '' : 'is-stale'}" data-testid="positions" aria-labelledby="title">
      <div class="head"><h2 id="title">${t('positions')}</h2></div>
      ${positions.length === 0
        ? html`<p class="empty">${t('noPositions')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="title">
            <table>
              <thead>
                <tr>
                  <th>${t('symbol')}</th>
                  <th class="right">${t('quantity')}</th>
                  <th class="right">${t('entry')}</th>
                  <th class="right">${t('mark')}</th>
                  <th class="right">${t('unrealised')}</th>
                  <th class="right">${t('stopLoss')}</th>
                  <th class="right">${t('takeProfit')}</th>
                  <th>${t('opened')}</th>
                </tr>
              </thead>
              <tbody>
                ${positions.map((position) => {
                  const precision = digits(store.tick(position.symbol));
                  const result = Number(position.unrealised);
                  return html`<tr data-testid="position-${position.symbol}">
                    <td>${position.symbol}</td>
                    <td class="right number">${decimal(position.quantity)}</td>
                    <td class="right number" title=${position.averageEntry}>${rounded(position.averageEntry, precision)}</td>
                    <td class="right number">${decimal(position.mark, precision)}</td>
                    <td class="right number ${tone(result)}" data-testid="unrealised">${signed(result)}</td>
                    ${position.protection
                      ? html`<td class="right number">${decimal(position.protection.stopLoss, precision)}</td>
                          <td class="right number">${decimal(position.protection.takeProfit, precision)}</td>`
                      : html`<td class="right warn" colspan="2">${t('unprotected')}</td>`}
                    <td class="muted">${shortTime(position.openedAt)}</td>
                  </tr>`;
                })}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }
}

customElements.define('ct-positions', Positions);
