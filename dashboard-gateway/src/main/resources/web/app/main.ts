import { LitElement, html } from 'lit';
import * as echarts from 'echarts/core';
import { CandlestickChart, LineChart } from 'echarts/charts';
import { CanvasRenderer } from 'echarts/renderers';
echarts.use([CandlestickChart, LineChart, CanvasRenderer]);
class App extends LitElement {
  render() { return html`<p>hi ${typeof echarts.init}</p>`; }
}
customElements.define('ct-app', App);
