import { css, html, LitElement, nothing } from 'lit';
import { dateTime, time, words } from './format';
import { t } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

/** Always there: what kind of money this is, how fast, how the engine stands, how fresh it is. */
class Banner extends LitElement {
  static properties = { showsNotifications: { state: true } };
  static styles = [
    shared,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 10;
      }

      header {
        display: flex;
        align-items: center;
        gap: 8px 14px;
        flex-wrap: wrap;
        padding: 8px 14px;
        background: #10151d;
        border-bottom: 1px solid var(--line);
      }

      h1 {
        font-size: 15px;
        margin: 0;
        white-space: nowrap;
      }

      .mode {
        background: #3a2d05;
        border-color: var(--warn);
        color: var(--warn);
        letter-spacing: 0.05em;
      }

      .mode.live {
        background: var(--down);
        border-color: var(--down);
        color: #fff;
        font-weight: 700;
      }

      .pill {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }

      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: currentColor;
      }

      .bell {
        display: inline-flex;
        align-items: center;
      }

      .count {
        background: #b62324;
        color: #fff;
        border-radius: 9px;
        font-size: 11px;
        padding: 0 5px;
        margin-left: 4px;
      }

      .list {
        position: absolute;
        right: 14px;
        top: 100%;
        width: min(420px, calc(100vw - 28px));
        max-height: 60vh;
        overflow: auto;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 10px;
        padding: 6px 14px;
        box-shadow: 0 8px 24px rgba(0, 0, 0, 0.5);
      }

      article {
        padding: 8px 0;
        border-bottom: 1px solid var(--line);
      }

      article:last-child {
        border: none;
      }

      article p {
        margin: 2px 0 0;
      }
    `,
  ];

  declare showsNotifications: boolean;

  private readonly watch = new Watch(this, 'meta', 'system', 'connection', 'clock', 'engine', 'notifications');

  constructor() {
    super();
    this.showsNotifications = false;
  }

  private toggle() {
    this.showsNotifications = !this.showsNotifications;
    store.unread = 0;
  }

  private connection() {
    const since = time(store.notLiveSince || Date.now());
    switch (store.connection) {
      case 'LIVE':
        return { text: t('live'), tone: 'up' };
      case 'STALE':
        return {
          text: store.notLiveSince ? t('stale', { time: since }) : t('stale', { time: t('unknown') }),
          tone: 'warn',
        };
      case 'DISCONNECTED':
        return { text: t('disconnected', { time: since }), tone: 'down' };
      default:
        return { text: t('connecting'), tone: 'muted' };
    }
  }

  render() {
    const speed = store.meta?.venue?.speed;
    const venue = store.venue();
    const connection = this.connection();
    const state = store.engine?.state;
    const stateTone = state === 'RUNNING' ? 'up' : state === 'EMERGENCY_STOPPED' ? 'down' : 'warn';
    return html`<header data-testid="banner">
        <h1>${t('title')}</h1>
        <span class="badge mode ${venue.toLowerCase()}" data-testid="mode" title=${t(`venue${venue}Hint`)}>
          ${t(`venue${venue}`)}
        </span>
        ${venue === 'LIVE' || venue === 'TESTNET'
          ? nothing
          : html`<span class="badge" data-testid="speed">
              ${speed === undefined ? t('speedUnknown') : t('speed', { speed })}
            </span>`}
        <span>
          <span class="muted">${t('marketTime')}</span>
          <span class="number" data-testid="market-time">
            ${store.marketTime ? `${dateTime(store.marketTime)} UTC` : '–'}
          </span>
        </span>
        <span class="pill badge ${state ? stateTone : ''}" data-testid="engine-state" data-state=${state ?? ''}>
          ${t('engine')}: ${state ? words(state) : t('unknown')}
        </span>
        <span
          class="pill ${connection.tone}"
          role="status"
          data-testid="connection"
          data-state=${store.connection}
          ><span class="dot" aria-hidden="true"></span>${connection.text}</span
        >
        <span class="spacer"></span>
        <button
          class="bell"
          aria-expanded=${this.showsNotifications}
          aria-label="${t('notifications')}, ${t('unread', { count: store.unread })}"
          data-testid="bell"
          @click=${this.toggle}
        >
          <svg aria-hidden="true" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="2">
            <path d="M6 9a6 6 0 0 1 12 0c0 6 2.5 7.5 2.5 7.5h-17S6 15 6 9M10 20a2.2 2.2 0 0 0 4 0" /></svg
          >${store.unread
            ? html`<span class="count" data-testid="unread">${store.unread}</span>`
            : nothing}
        </button>
        <span class="muted" data-testid="user">${store.session?.user}</span>
        <button data-testid="sign-out" @click=${() => this.dispatchEvent(new Event('sign-out'))}>
          ${t('signOut')}
        </button>
      </header>
      ${this.showsNotifications ? this.list() : nothing}`;
  }

  private list() {
    return html`<div class="list" data-testid="notifications">
      ${store.notifications.length === 0
        ? html`<p class="empty">${t('none')}</p>`
        : store.notifications.map(
            ({ data }) =>
              html`<article>
                <strong>${data.title}</strong>
                <span class="muted number">${dateTime(data.at)}</span>
                <p>${data.text}</p>
              </article>`,
          )}
    </div>`;
  }
}

customElements.define('ct-banner', Banner);
