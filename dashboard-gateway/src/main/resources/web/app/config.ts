import { html, LitElement, nothing } from 'lit';
import { ApiError, call, getText, reasonOf } from './api';
import { dateTime } from './format';
import { formStyles } from './form-styles';
import { own } from './load';
import { t, type Key } from './messages';
import type { Config } from './model';
import { store, Watch } from './store';
import { shared } from './styles';

const LIMITS: Key[] = [
  'max_daily_loss_pct',
  'max_positions',
  'position_size_pct',
  'stop_loss_pct',
  'take_profit_pct',
  'trailing_stop_pct',
  'partial_take_profit_pct',
  'partial_take_profit_share_pct',
  'minimum_balance',
];
const FILES = ['auto_trading_config.json', 'risk_config.json', 'notification_config.json'];

/** The configuration: what the server refuses is said at its field, and nothing is changed. */
class Configuration extends LitElement {
  static properties = {
    errors: { state: true },
    message: { state: true },
    failed: { state: true },
    edited: { state: true },
  };
  static styles = [shared, formStyles];

  declare errors: Record<string, string>;
  declare message: string;
  declare failed: boolean;
  /** What the form started from; kept while somebody types. */
  declare edited: Config | null;

  private readonly watch = new Watch(this, 'config', 'session');

  constructor() {
    super();
    this.errors = {};
    this.message = '';
    this.failed = false;
    this.edited = null;
  }

  private reload() {
    this.edited = null;
    this.errors = {};
    this.message = '';
    (this.renderRoot.querySelector('form') as HTMLFormElement).reset();
    this.requestUpdate();
  }

  private async save(event: SubmitEvent) {
    event.preventDefault();
    const shown = this.edited ?? (store.config as Config);
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const risk: Record<string, unknown> = { trading_mode: text('risk.trading_mode') };
    LIMITS.forEach((limit) => (risk[limit] = numberOr(text(`risk.${limit}`))));
    const notifications: Record<string, unknown> = {
      enabled: form.get('notifications.enabled') !== null,
      email: text('notifications.email') || null,
      telegram_chat_id: text('notifications.telegram_chat_id') || null,
    };
    ['discord_webhook_url', 'telegram_bot_token'].forEach((secret) => {
      if (text(`notifications.${secret}`)) {
        notifications[secret] = text(`notifications.${secret}`);
      }
    });
    await this.send('PUT', own('/config'), {
      version: shown.version,
      config: {
        enabled: form.get('enabled') !== null,
        engine: {
          trading_interval: numberOr(text('engine.trading_interval')),
          enable_paper_trading: form.get('engine.enable_paper_trading') !== null,
        },
        symbols: text('symbols').split(/[\s,]+/).filter((symbol) => symbol),
        risk,
        notifications,
      },
    });
  }

  private async send(method: 'PUT' | 'POST', path: string, body: unknown) {
    this.errors = {};
    this.message = '';
    try {
      const config = await call<Config>(method, path, body);
      store.config = config;
      store.changed('config');
      this.reload();
      this.failed = false;
      this.message = t('configSaved', { version: config.version });
    } catch (error) {
      this.failed = true;
      const problems = error instanceof ApiError ? error.problem.errors : [];
      this.message = problems.length ? reasonOf(error) : t('failed', { reason: reasonOf(error) });
      this.errors = Object.fromEntries(
        problems.map((each) => [
          each.field.replace(/\[\d+\]$/, ''),
          t('configAllowed', { value: each.value ?? '', allowed: each.allowed }),
        ]),
      );
    }
  }

  private async exportFile(file: string) {
    try {
      const text = await getText(own(`/config/files/${file}`));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      link.download = file;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      this.failed = true;
      this.message = t('failed', { reason: reasonOf(error) });
    }
  }

  private async importFile(file: string, event: Event) {
    const input = event.target as HTMLInputElement;
    const chosen = input.files?.[0];
    if (chosen) {
      await this.send('POST', own(`/config/files/${file}`), await chosen.text());
      input.value = '';
    }
  }

  private field(name: string, label: Key, value: unknown, placeholder = '') {
    const error = this.errors[name];
    return html`<label
      >${t(label)}
      <input
        name=${name}
        .defaultValue=${String(value ?? '')}
        placeholder=${placeholder}
        autocomplete="off"
        aria-invalid=${error ? 'true' : 'false'}
        data-testid="config-${name}"
      />
      ${error ? html`<span class="error" data-testid="error-${name}">${error}</span>` : nothing}
    </label>`;
  }

  private check(name: string, label: Key, value: boolean) {
    return html`<label class="check"
      ><input type="checkbox" name=${name} .defaultChecked=${value} data-testid="config-${name}" />${t(label)}</label
    >`;
  }

  render() {
    const current = store.config;
    if (!current) {
      return html`<section class="panel"><p class="empty">${t('loading')}</p></section>`;
    }
    const shown = this.edited ?? current;
    const { config } = shown;
    const outdated = shown.version < current.version;
    const by = { version: current.version, by: current.changedBy, time: dateTime(current.changedAt) };
    return html`<section class="panel" data-testid="config" data-version=${current.version}>
      <details>
        <summary data-testid="config-open">
          <h2>${t('config')}</h2>
          <span class="muted">${t('configVersion', by)}</span>
        </summary>
        <form @submit=${this.save} @input=${() => (this.edited ??= current)} novalidate>
          <fieldset>
            <legend>${t('trading')}</legend>
            ${this.check('enabled', 'enabled', config.enabled)}
            <label
              >${t('mode')}
              <select name="risk.trading_mode" data-testid="config-risk.trading_mode">
                ${['conservative', 'balanced', 'aggressive'].map(
                  (mode) =>
                    html`<option ?selected=${String(config.risk.trading_mode).toLowerCase() === mode}>${mode}</option>`,
                )}
              </select>
            </label>
            ${this.field('engine.trading_interval', 'tradingInterval', config.engine.trading_interval)}
            ${this.field('symbols', 'symbols', config.symbols.join(', '))}
            ${this.check('engine.enable_paper_trading', 'paper', config.engine.enable_paper_trading)}
          </fieldset>
          <fieldset>
            <legend>${t('limits')}</legend>
            ${LIMITS.map((limit) => this.field(`risk.${limit}`, limit, config.risk[limit] ?? 0))}
          </fieldset>
          <fieldset>
            <legend>${t('notifications')}</legend>
            ${this.notifications(config.notifications)}
          </fieldset>
          <fieldset>
            <legend>${t('files')}</legend>
            ${FILES.map((file) => this.file(file))}
          </fieldset>
          <div class="actions">
            <span class=${this.failed ? 'error' : 'up'} role="status" data-testid="config-message">${this.message}</span>
            ${outdated ? html`<span class="warn">${t('configChanged', by)}</span>` : nothing}
            <button type="button" data-testid="config-reload" @click=${this.reload}>${t('configReload')}</button>
            <button class="primary" ?disabled=${store.session?.role === 'VIEWER'} data-testid="config-save">
              ${t('configSave')}
            </button>
          </div>
        </form>
      </details>
    </section>`;
  }

  private notifications(notifications: Config['config']['notifications']) {
    const set = (is: boolean) => t(is ? 'secretSet' : 'secretUnset');
    return html`${this.check('notifications.enabled', 'notificationsEnabled', notifications.enabled)}
    ${this.field('notifications.email', 'email', notifications.email)}
    ${this.field('notifications.discord_webhook_url', 'discord', '', set(notifications.discord_webhook_url_set))}
    ${this.field('notifications.telegram_bot_token', 'telegramToken', '', set(notifications.telegram_bot_token_set))}
    ${this.field('notifications.telegram_chat_id', 'telegramChat', notifications.telegram_chat_id)}`;
  }

  private file(file: string) {
    return html`<div class="file">
      <span>${file}</span>
      <span class="spacer"></span>
      <button type="button" data-testid="export-${file}" @click=${() => void this.exportFile(file)}>${t('fileExport')}</button>
      <label
        >${t('fileImport')}
        <input
          type="file"
          accept="application/json"
          data-testid="import-${file}"
          @change=${(event: Event) => void this.importFile(file, event)}
        />
      </label>
    </div>`;
  }
}

/** What is no number stays text: the server says what is wrong with it. */
function numberOr(text: string): number | string {
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

customElements.define('ct-config', Configuration);
