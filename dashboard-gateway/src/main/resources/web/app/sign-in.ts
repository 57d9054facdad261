import { css, html, LitElement } from 'lit';
import { call, reasonOf } from './api';
import { t } from './messages';
import type { Session } from './model';
import { shared } from './styles';

/** Asks for name and password. */
class SignIn extends LitElement {
  static properties = { error: { state: true }, busy: { state: true } };
  static styles = [
    shared,
    css`
      main {
        min-height: 100vh;
        display: grid;
        place-items: center;
        padding: 16px;
      }

      form {
        width: min(340px, 100%);
        background: var(--panel);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 24px;
        display: grid;
        gap: 14px;
      }

      h1 {
        font-size: 20px;
        margin: 0;
      }

      input,
      button {
        width: 100%;
        min-height: 40px;
      }
    `,
  ];

  declare error: string;
  declare busy: boolean;

  constructor() {
    super();
    this.error = '';
    this.busy = false;
  }

  private async submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.error = '';
    try {
      const session = await call<Session>('POST', '/api/session', {
        name: form.get('name'),
        password: form.get('password'),
      });
      this.dispatchEvent(new CustomEvent('signed-in', { detail: session }));
    } catch (error) {
      this.error = reasonOf(error);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<main>
      <form @submit=${this.submit} data-testid="sign-in">
        <h1>${t('title')}</h1>
        <label
          >${t('name')}
          <input name="name" autocomplete="username" required autofocus data-testid="sign-in-name" />
        </label>
        <label
          >${t('password')}
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
            data-testid="sign-in-password"
          />
        </label>
        <button class="primary" ?disabled=${this.busy} data-testid="sign-in-submit">
          ${t('signIn')}
        </button>
        <div class="error" role="alert" data-testid="sign-in-error">${this.error}</div>
      </form>
    </main>`;
  }
}

customElements.define('ct-sign-in', SignIn);
