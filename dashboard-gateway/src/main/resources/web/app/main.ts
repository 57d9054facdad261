import { css, html, LitElement } from 'lit';
import { ApiError, get, remove, useCsrfToken } from './api';
import type { Session } from './model';
import { store, Watch } from './store';
import { stream } from './stream';
import { shared } from './styles';
import './audit';
import './backtests';
import './banner';
import './chart';
import './config';
import './controls';
import './equity';
import './fills';
import './log';
import './money';
import './orders';
import './positions';
import './prices';
import './sign-in';
import './signals';
import './system';

/** The page: the sign-in, or the dashboard. */
class App extends LitElement {
  static styles = [
    shared,
    css`
      main {
        display: grid;
        grid-template-columns: repeat(12, minmax(0, 1fr));
        gap: 12px;
        padding: 12px;
        max-width: 1900px;
        margin: 0 auto;
      }

      main > * {
        grid-column: span 12;
      }

      .stack {
        display: grid;
        gap: 12px;
        align-content: start;
      }

      @media (min-width: 760px) {
        .half {
          grid-column: span 6;
        }
      }

      @media (min-width: 1100px) {
        .third {
          grid-column: span 4;
        }
        .two-thirds {
          grid-column: span 8;
        }
        .half {
          grid-column: span 6;
        }
      }
    `,
  ];

  private readonly watch = new Watch(this, 'session', 'connection', 'page');

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.turn);
    this.turn();
    void this.findSession();
  }

  disconnectedCallback() {
    window.removeEventListener('hashchange', this.turn);
    super.disconnectedCallback();
  }

  private readonly turn = () => {
    store.page = window.location.hash === '#backtests' ? 'backtests' : 'dashboard';
    store.changed('page');
  };

  private async findSession() {
    try {
      this.enter(await get<Session>('/api/session'));
    } catch (error) {
      if (error instanceof ApiError && error.problem.status === 401) {
        this.leave();
      } else {
        window.setTimeout(() => void this.findSession(), 3_000);
      }
    }
  }

  private enter(session: Session) {
    useCsrfToken(session.csrfToken);
    store.session = session;
    store.account = session.accounts[0] ?? '';
    store.changed('session');
    stream.start(() => this.leave());
  }

  private leave() {
    stream.stop();
    store.session = null;
    store.changed('session');
  }

  private async signOut() {
    await remove('/api/session');
    // Nothing of the session stays in memory.
    window.location.reload();
  }

  render() {
    if (store.session === undefined) {
      return html`<p class="empty" role="status">…</p>`;
    }
    if (store.session === null) {
      return html`<ct-sign-in
        @signed-in=${(event: CustomEvent<Session>) => this.enter(event.detail)}
      ></ct-sign-in>`;
    }
    const fresh = store.isLive() ? '' : 'is-stale';
    return html`
      <ct-banner @sign-out=${() => void this.signOut()}></ct-banner>
      ${store.page === 'backtests' ? html`<main><ct-backtests></ct-backtests></main>` : this.dashboard(fresh)}
      <ct-audit></ct-audit>
    `;
  }

  private dashboard(fresh: string) {
    return html`<main class=${fresh}>
        <ct-controls class="third"></ct-controls>
        <ct-money class="two-thirds"></ct-money>
        <ct-chart class="two-thirds"></ct-chart>
        <div class="third stack"><ct-prices></ct-prices><ct-system></ct-system></div>
        <ct-positions class="half"></ct-positions>
        <ct-equity class="half"></ct-equity>
        <ct-fills class="half"></ct-fills>
        <ct-signals class="half"></ct-signals>
        <ct-orders class="half"></ct-orders>
        <ct-log class="half"></ct-log>
        <ct-config></ct-config>
      </main>`;
  }
}

customElements.define('ct-app', App);
