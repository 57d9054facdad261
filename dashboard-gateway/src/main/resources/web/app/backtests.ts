import { css, html, LitElement } from 'lit';
import './backtest-compare';
import './backtest-form';
import './backtest-list';
import { store, Watch } from './store';
import { shared } from './styles';

/** The page of backtests: a new one, those there are, and some beside each other. */
class Backtests extends LitElement {
  static properties = { chosen: { state: true } };
  static styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  declare chosen: string[];

  private readonly watch = new Watch(this, 'backtests');

  constructor() {
    super();
    this.chosen = [];
  }

  render() {
    const known = this.chosen.filter((id) => store.backtests.has(id));
    return html`<ct-backtest-form></ct-backtest-form>
      <ct-backtest-list
        .chosen=${known}
        @choose=${(event: CustomEvent<string[]>) => (this.chosen = event.detail)}
      ></ct-backtest-list>
      <ct-backtest-compare .chosen=${known}></ct-backtest-compare>`;
  }
}

customElements.define('ct-backtests', Backtests);
