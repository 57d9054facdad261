import { CandlestickChart, LineChart } from 'echarts/charts';
import { AxisPointerComponent, DataZoomInsideComponent, GridComponent } from 'echarts/components';
import { MarkLineComponent, MarkPointComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

echarts.use([
  AxisPointerComponent,
  CandlestickChart,
  CanvasRenderer,
  DataZoomInsideComponent,
  GridComponent,
  LineChart,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
]);

export const UP = '#26A69A';
export const DOWN = '#EF5350';
export const MUTED = '#9aa6b2';
export const LINE = '#2d3541';

/** A chart that fills {@code element} for as long as that is on the page. */
export function chartIn(element: HTMLElement): echarts.ECharts {
  const chart = echarts.init(element, undefined, { renderer: 'canvas' });
  new ResizeObserver(() => chart.resize()).observe(element);
  return chart;
}

/** What both charts have in common. Rich text: the page allows no inline styles in markup. */
export const tooltip = {
  trigger: 'axis' as const,
  renderMode: 'richText' as const,
  backgroundColor: '#1f2630',
  borderColor: LINE,
  textStyle: { color: '#e6edf3', fontSize: 12 },
};
