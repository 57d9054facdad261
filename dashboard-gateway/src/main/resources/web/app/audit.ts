import { css, html, LitElement, nothing } from 'lit';
import { get, reasonOf } from './api';
import { dateTime, words } from './format';
import { own } from './load';
import { t } from './messages';
import type { Chain, Step } from './model';
import { shared } from './styles';

/** Why a trade was done: from the fill back to the candle. */
class Audit extends LitElement {
  static properties = { chain: { state: true }, error: { state: true } };
  static styles = [
    shared,
    css`
      dialog {
        width: min(760px, calc(100vw - 32px));
      }

      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      ol > li {
        border-left: 2px solid var(--line);
        padding: 0 0 12px 14px;
        margin-left: 6px;
        position: relative;
      }

      ol > li::before {
        content: '';
        position: absolute;
        left: -6px;
        top: 5px;
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--accent);
      }

      pre {
        background: var(--bg);
        border-radius: 6px;
        padding: 8px;
        overflow: auto;
        font-size: 12px;
        margin: 6px 0 0;
      }

      ul {
        margin: 4px 0;
        padding-left: 18px;
      }

      summary {
        cursor: pointer;
        color: var(--muted);
      }
    `,
  ];

  declare chain: Chain | null;
  declare error: string;

  private readonly listener = (event: Event) => void this.show((event as CustomEvent<string>).detail);

  constructor() {
    super();
    this.chain = null;
    this.error = '';
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('audit', this.listener);
  }

  disconnectedCallback() {
    window.removeEventListener('audit', this.listener);
    super.disconnectedCallback();
  }

  private async show(fill: string) {
    this.error = '';
    this.chain = null;
    const dialog = this.renderRoot.querySelector('dialog');
    dialog?.showModal();
    try {
      this.chain = await get<Chain>(own(`/fills/${fill}/audit`));
    } catch (error) {
      this.error = reasonOf(error);
    }
  }

  render() {
    return html`<dialog aria-labelledby="title" data-testid="audit">
      <h2 id="title">${t('audit')}</h2>
      ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}
      ${this.chain === null && !this.error ? html`<p>${t('loading')}</p>` : nothing}
      ${this.chain ? this.steps(this.chain.steps) : nothing}
      ${this.chain?.entry
        ? html`<h2>${t('auditEntry')}</h2>
            ${this.steps(this.chain.entry)}`
        : nothing}
      <form method="dialog" class="actions">
        <button data-testid="audit-close">${t('close')}</button>
      </form>
    </dialog>`;
  }

  private steps(steps: Step[]) {
    return html`<ol>
        ${steps.map(
          (step) =>
            html`<li data-testid="audit-step" data-kind=${step.kind}>
              <span class="badge">${words(step.kind)}</span>
              <span class="muted number">${dateTime(step.at)} UTC</span>
              <div>${step.text}</div>
              ${this.evidence(step)}
              <details>
                <summary>${t('details')}</summary>
                <pre tabindex="0">${JSON.stringify(step.data, null, 2)}</pre>
              </details>
            </li>`,
        )}
      </ol>
      ${steps.at(-1)?.kind === 'CANDLE' || steps.at(-1)?.kind === 'EXIT_REQUEST'
        ? nothing
        : html`<p class="warn">${t('auditMissing')}</p>`}`;
  }

  /** A signal's votes and a verdict's checks, in words. */
  private evidence({ data }: Step) {
    const votes = (data.votes ?? []) as { strategy: string; score: number; reason: string }[];
    const checks = (data.checks ?? []) as { rule: string; passed: boolean; value: string; limit: string }[];
    if (votes.length + checks.length === 0) {
      return nothing;
    }
    return html`<ul>
      ${votes.map(
        (vote) => html`<li>${vote.strategy} ${vote.score > 0 ? '+' : ''}${vote.score}: ${vote.reason}</li>`,
      )}
      ${checks.map(
        (check) =>
          html`<li>${check.passed ? '✓' : '✗'} ${check.rule}: ${check.value} (limit ${check.limit})</li>`,
      )}
    </ul>`;
  }
}

customElements.define('ct-audit', Audit);
