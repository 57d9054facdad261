import { css, html, LitElement } from 'lit';
import { shortTime } from './format';
import { t } from './messages';
import { store, Watch } from './store';
import { shared } from './styles';

const LEVELS = ['INFO', 'WARNING', 'ERROR'];

/** The trading log as it is written. */
class LogTail extends LitElement {
  static properties = { level: { state: true } };
  static styles = [
    shared,
    css`
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      li {
        padding: 4px 0;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }

      .WARNING {
        color: var(--warn);
      }

      .ERROR {
        color: var(--down-text);
      }
    `,
  ];

  declare level: string;

  private readonly watch = new Watch(this, 'logs');

  constructor() {
    super();
    this.level = '';
  }

  render() {
    const least = LEVELS.indexOf(this.level);
    const lines = store.logs.filter((line) => LEVELS.indexOf(line.level) >= least);
    return html`<section class="panel" data-testid="log" aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t('log')}</h2>
        <span class="spacer"></span>
        <select
          aria-label=${t('level')}
          data-testid="log-level"
          @change=${(event: Event) => (this.level = (event.target as HTMLSelectElement).value)}
        >
          <option value="">${t('allLevels')}</option>
          ${LEVELS.map((level) => html`<option value=${level}>≥ ${level}</option>`)}
        </select>
      </div>
      ${lines.length === 0
        ? html`<p class="empty">${t('noLog')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="title">
            <ol>
              ${lines.map(
                (line) =>
                  html`<li data-testid="log-line" data-level=${line.level}>
                    <span class="muted number">${shortTime(line.at)}</span>
                    <span class="badge ${line.level}">${line.level}</span>
                    <span class="muted">${line.component}</span>
                    ${line.message}
                  </li>`,
              )}
            </ol>
          </div>`}
    </section>`;
  }
}

customElements.define('ct-log', LogTail);
