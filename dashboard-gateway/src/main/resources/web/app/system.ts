import { css, html, LitElement } from 'lit';
import { clockOffset } from './api';
import { time, words } from './format';
import { t } from './messages';
import type { Component } from './model';
import { store, Watch } from './store';
import { shared } from './styles';

/** Three heartbeats. */
const SILENT_MS = 16_000;

/** Each component's health as it was last heard. */
class System extends LitElement {
  static styles = [
    shared,
    css`
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 8px;
      }

      .tile {
        background: var(--raised);
        border-radius: 8px;
        padding: 6px 10px;
        border-left: 3px solid var(--line);
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .tile.up-state {
        border-color: var(--up);
      }

      .tile.bad {
        border-color: var(--down);
      }

      .tile small {
        display: block;
      }
    `,
  ];

  private readonly watch = new Watch(this, 'system', 'connection');

  private tile(component: Component) {
    const silent = Date.now() + clockOffset - Date.parse(component.heartbeatAt) > SILENT_MS;
    const state = silent && component.state === 'UP' ? 'SILENT' : component.state;
    const failing = Object.entries(component.health)
      .filter(([, status]) => status !== 'UP')
      .map(([check]) => check);
    return html`<div
      class="tile ${state === 'UP' ? 'up-state' : 'bad'}"
      data-testid="component-${component.component}"
      data-state=${state}
    >
      ${component.component.replace(/-service$/, '')}
      <small class=${state === 'UP' ? 'up' : 'down'}>${state === 'UP' ? '✓' : '✗'} ${words(state)}</small>
      <small class="muted number">
        ${failing.length ? failing.join(', ') : t('heartbeat', { time: time(component.heartbeatAt) })}
      </small>
    </div>`;
  }

  render() {
    const components = [...store.system.values()].sort((a, b) => a.component.localeCompare(b.component));
    return html`<section class="panel" data-testid="system" aria-labelledby="title">
      <div class="head"><h2 id="title">${t('system')}</h2></div>
      ${components.length === 0
        ? html`<p class="empty">${t('noSystem')}</p>`
        : html`<div class="tiles">${components.map((component) => this.tile(component))}</div>`}
    </section>`;
  }
}

customElements.define('ct-system', System);
