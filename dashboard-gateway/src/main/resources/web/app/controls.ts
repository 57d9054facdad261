import { css, html, LitElement, nothing } from 'lit';
import { call, reasonOf } from './api';
import { words } from './format';
import { own } from './load';
import { t, type Key } from './messages';
import type { Action, Receipt, State } from './model';
import { store, Watch } from './store';
import { shared } from './styles';

/** Which commands are possible; risk has the last word. */
const POSSIBLE: Record<State, Action[]> = {
  STOPPED: ['START', 'STOP', 'EMERGENCY_STOP'],
  RUNNING: ['PAUSE', 'STOP', 'EMERGENCY_STOP'],
  PAUSED: ['RESUME', 'STOP', 'EMERGENCY_STOP'],
  STOPPING: ['EMERGENCY_STOP'],
  EMERGENCY_STOPPED: ['RESET', 'EMERGENCY_STOP'],
  SAFE_MODE: ['RESUME', 'PAUSE', 'STOP', 'EMERGENCY_STOP'],
};

const DIALOGS: Partial<Record<Action, { title: Key; text: Key; confirm: Key }>> = {
  STOP: { title: 'stopTitle', text: 'stopText', confirm: 'stopConfirm' },
  EMERGENCY_STOP: { title: 'emergencyTitle', text: 'emergencyText', confirm: 'emergencyConfirm' },
  RESET: { title: 'resetTitle', text: 'resetText', confirm: 'resetConfirm' },
};

/** The engine and its levers. */
class Controls extends LitElement {
  static properties = { asking: { state: true }, sending: { state: true }, receipt: { state: true }, error: { state: true } };
  static styles = [
    shared,
    css`
      .buttons {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(92px, 1fr));
        gap: 8px;
      }

      .state {
        font-size: 20px;
        font-weight: 700;
        text-transform: capitalize;
      }

      .danger.wide {
        grid-column: 1 / -1;
        min-height: 44px;
      }

      p {
        margin: 4px 0;
      }

      .choice {
        display: flex;
        gap: 8px;
        align-items: baseline;
        margin: 8px 0;
      }

      .choice input {
        min-height: 0;
      }

      textarea {
        width: 100%;
        min-height: 60px;
      }

      .outcome {
        margin-top: 10px;
        min-height: 1.4em;
      }
    `,
  ];

  declare asking: Action | null;
  declare sending: Action | null;
  declare receipt: Receipt | null;
  declare error: string;

  private readonly watch = new Watch(this, 'engine', 'session');

  constructor() {
    super();
    this.asking = null;
    this.sending = null;
    this.receipt = null;
    this.error = '';
  }

  updated(changed: Map<string, unknown>) {
    if (changed.has('asking') && this.asking) {
      this.renderRoot.querySelector('dialog')?.showModal();
    }
  }

  private press(action: Action) {
    if (action in DIALOGS) {
      this.asking = action;
    } else {
      void this.give(action, false, '');
    }
  }

  private confirm(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const action = this.asking as Action;
    this.asking = null;
    void this.give(action, form.get('close') === 'yes', String(form.get('reason') ?? ''));
  }

  private async give(action: Action, closePositions: boolean, reason: string) {
    this.sending = action;
    this.receipt = null;
    this.error = '';
    try {
      this.receipt = await call<Receipt>('POST', own('/engine'), { action, closePositions, reason });
    } catch (error) {
      this.error = t('failed', { reason: reasonOf(error) });
    } finally {
      this.sending = null;
    }
  }

  private button(action: Action, label: Key, style = '') {
    const state = store.engine?.state;
    const possible = state === undefined || POSSIBLE[state].includes(action);
    const viewer = store.session?.role === 'VIEWER';
    return html`<button
      class=${style}
      data-testid="engine-${action}"
      ?disabled=${!possible || viewer || this.sending !== null}
      title=${possible ? '' : t('notPossible', { state: words(state ?? '') })}
      @click=${() => this.press(action)}
    >
      ${t(label)}
    </button>`;
  }

  render() {
    const engine = store.engine;
    const confirmed = engine !== null && engine.confirmedEpoch >= engine.epoch;
    return html`<section class="panel" aria-labelledby="title" data-testid="controls">
      <div class="head">
        <h2 id="title">${t('engine')}</h2>
      </div>
      ${engine === null
        ? html`<p class="muted">${t('engineUnknown')}</p>`
        : html`<p>
              <span class="state ${engine.state === 'RUNNING' ? 'up' : engine.state === 'EMERGENCY_STOPPED' ? 'down' : 'warn'}">
                ${words(engine.state)}
              </span>
              ${engine.liquidate ? html`<span class="badge warn">${t('engineLiquidating')}</span>` : nothing}
              <span class="${confirmed ? 'muted' : 'warn'}" data-testid="engine-confirmed">
                ${t(confirmed ? 'epochConfirmed' : 'epochPending')}
              </span>
            </p>
            <p class="muted">${engine.reason}</p>`}
      <span class="spacer"></span>
      <div class="buttons">
        ${this.button('START', 'start')} ${this.button('PAUSE', 'pause')}
        ${this.button('RESUME', 'resume')} ${this.button('STOP', 'stop')}
        ${this.button('RESET', 'reset')}
        ${this.button('EMERGENCY_STOP', 'emergencyStop', 'danger wide')}
      </div>
      <div class="outcome" role="status" aria-live="assertive" data-testid="engine-outcome">
        ${this.outcome()}
      </div>
      ${this.asking ? this.dialog(this.asking) : nothing}
    </section>`;
  }

  /** Never says more than is known: acknowledged only when the executor has confirmed. */
  private outcome() {
    if (this.error) {
      return html`<span class="error">${this.error}</span>`;
    }
    if (this.sending) {
      return t('commandSending', { action: words(this.sending) });
    }
    const receipt = this.receipt;
    if (!receipt) {
      return nothing;
    }
    const action = words(receipt.action);
    const command = store.commands.get(receipt.commandId);
    const answer = command?.answer ?? receipt.executor?.detail ?? '';
    if (command?.status === 'CONFIRMED' || receipt.acknowledged) {
      return html`<span class="up">✓ ${t('commandConfirmed', { action, answer })}</span>`;
    }
    if (command?.status === 'REFUSED') {
      return html`<span class="error">✗ ${t('commandRefused', { action, answer })}</span>`;
    }
    if (command?.status === 'APPLIED') {
      return html`<span class="warn">${t('commandApplied', { action })}</span>`;
    }
    if (receipt.executor) {
      const ways = { risk: receipt.risk?.detail, executor: receipt.executor.detail };
      return html`<span class="error">${t('commandUnanswered', { action, ...ways })}</span>`;
    }
    return t('commandSent', { action });
  }

  private dialog(action: Action) {
    const { title, text, confirm } = DIALOGS[action]!;
    return html`<dialog aria-labelledby="ask" data-testid="dialog-${action}" @close=${() => (this.asking = null)}>
      <form @submit=${this.confirm}>
        <h2 id="ask">${t(title)}</h2>
        <p>${t(text)}</p>
        ${action === 'STOP'
          ? html`<label class="choice"
                ><input type="radio" name="close" value="no" checked data-testid="stop-keep" />${t('stopKeep')}</label
              ><label class="choice"
                ><input type="radio" name="close" value="yes" data-testid="stop-close" />${t('stopClose')}</label
              >`
          : nothing}
        ${action === 'EMERGENCY_STOP'
          ? html`<label class="choice"
              ><input type="checkbox" name="close" value="yes" data-testid="emergency-close" />${t('emergencyClose')}</label
            >`
          : nothing}
        <label
          >${t(action === 'RESET' ? 'reasonRequired' : 'reason')}
          <textarea name="reason" maxlength="500" ?required=${action === 'RESET'} data-testid="reason"></textarea>
        </label>
        <div class="actions">
          <button type="button" data-testid="dialog-cancel" @click=${() => (this.asking = null)}>${t('cancel')}</button>
          <button class=${action === 'EMERGENCY_STOP' ? 'danger' : 'primary'} data-testid="dialog-confirm">
            ${t(confirm)}
          </button>
        </div>
      </form>
    </dialog>`;
  }
}

customElements.define('ct-controls', Controls);
