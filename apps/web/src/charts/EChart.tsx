import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useDark } from '../theme/useDark.js';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface ChartSeries {
  name: string;
  values: (number | null)[];
}

interface EChartProps {
  kind: 'bar' | 'line';
  categories: string[];
  series: ChartSeries[];
  stacked?: boolean;
  sideways?: boolean;
  format: (value: number) => string;
}

const COLORS = { light: ['#0e6f6b', '#7d8b89', '#b26a00', '#3b5bb5', '#8a3b7a', '#1b6e3c'], dark: ['#4fb3ad', '#9eacaa', '#e0a030', '#8fa8f0', '#d391c4', '#7fd39c'] };

/** The drawing itself; loaded only when a page shows a chart. */
export default function EChart({ kind, categories, series, stacked, sideways, format }: EChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const dark = useDark();
  useEffect(() => {
    if (!box.current) return undefined;
    const ink = dark ? '#b4c1bf' : '#4c5a58';
    const line = dark ? '#2b3836' : '#dbe2e1';
    const chart: ECharts = init(box.current, null, { renderer: 'svg' });
    const names = { type: 'category' as const, data: categories, inverse: sideways, axisLabel: { color: ink, hideOverlap: true }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } };
    const amounts = { type: 'value' as const, minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } };
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      color: dark ? COLORS.dark : COLORS.light,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: series.length > 1 ? 36 : 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: series.length > 1 ? { top: 0, left: 0, textStyle: { color: ink }, itemWidth: 14 } : undefined,
      tooltip: { trigger: 'axis', confine: true, valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–') },
      xAxis: sideways ? amounts : names,
      yAxis: sideways ? names : amounts,
      series: series.map((one, index) => ({
        name: one.name,
        type: kind,
        data: one.values,
        stack: stacked ? 'all' : undefined,
        barMaxWidth: 28,
        symbol: index % 2 === 0 ? 'circle' : 'emptyCircle',
        lineStyle: kind === 'line' ? { width: 2, type: index === 0 ? 'solid' : 'dashed' } : undefined,
      })),
    });
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [kind, categories, series, stacked, sideways, format, dark]);
  return <div ref={box} style={{ width: '100%', height: '100%' }} />;
}
