/** Charts as inline SVG, drawn by ECharts on the server: the same chart gives the same picture, in any process. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartSeries } from '../domain/model/report-model.ts';
import { layOut, stackedSums } from './chart-layout.ts';
import type { ChartLayout } from './chart-layout.ts';
import { chartTexts, placeTexts } from './chart-texts.ts';
import type { ChartTexts } from './chart-texts.ts';
import { init } from './echarts.ts';
import { escapeHtml } from './runs.ts';

const FONT = "'Times New Roman'";
const BLACK = '#000000';
const GRID = '#d0d0d0';

/** Dark to light, so that they differ on a printer without colours too; `ink` is what is legible on `fill`. */
const PALETTE = [
  { fill: '#1f3f66', ink: '#ffffff', line: 'solid', symbol: 'circle' },
  { fill: '#9dbbdc', ink: '#000000', line: 'dashed', symbol: 'rect' },
  { fill: '#5d88b8', ink: '#ffffff', line: 'dotted', symbol: 'triangle' },
  { fill: '#dfe6ee', ink: '#000000', line: [12, 3, 2, 3], symbol: 'diamond' },
  { fill: '#6b6b6b', ink: '#ffffff', line: [2, 2], symbol: 'emptyCircle' },
  { fill: '#bdbdbd', ink: '#000000', line: [8, 2], symbol: 'emptyRect' },
] as const;
/** Lines need dark colours; they are told apart by dashes and symbols. */
const LINE_COLOURS = ['#1f3f66', '#7a3b1d', '#3f6b3f', '#555555', '#7a5c00', '#000000'] as const;

/** Pictures drawn last, the latest at the end: drawing takes longer than all the rest of the HTML. */
const pictures = new Map<string, string>();
const KEPT = 64;

/**
 * The chart as an `<svg>` element `width` CSS pixels wide, its texts in the model's reading order. `name` must be
 * unique in the document and stay the same from one render to the next. Throws when the texts of the picture are not
 * exactly the model's.
 */
export function renderChart(chart: Chart, width: number, name: string): string {
  const id = JSON.stringify([name, width, chart]);
  const picture = pictures.get(id) ?? drawChart(chart, width, name);
  pictures.delete(id);
  pictures.set(id, picture);
  const [oldest] = pictures.keys();
  if (pictures.size > KEPT && oldest !== undefined) pictures.delete(oldest);
  return picture;
}

function drawChart(chart: Chart, width: number, name: string): string {
  const texts = chartTexts(chart);
  const layout = layOut(chart, texts, width);
  const instance = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: layout.width,
    height: layout.height,
  });
  try {
    instance.setOption(option(chart, texts, layout));
    const svg = instance.renderToSVGString();
    return accessible(placeTexts(stableIds(svg, name), texts.runs, chart.id), chart.description);
  } finally {
    // An instance that is kept holds a timer, and the process never ends.
    instance.dispose();
  }
}

function option(chart: Chart, texts: ChartTexts, layout: ChartLayout): EChartsCoreOption {
  const { values, categories } = axes(chart, texts, layout);
  const horizontal = chart.form === 'stacked';
  return {
    animation: false,
    silent: true,
    textStyle: { fontFamily: FONT, color: BLACK },
    legend: {
      top: 0,
      left: 'center',
      selectedMode: false,
      itemWidth: layout.legend.markWidth,
      itemHeight: chart.form === 'line' ? 12 : 9,
      ...(chart.form === 'line' ? {} : { icon: 'rect', itemStyle: { borderWidth: 0.4 } }),
      itemGap: layout.legend.gap,
      textStyle: { fontFamily: FONT, fontSize: layout.fonts.legend, color: BLACK },
      data: texts.series.flatMap((series) => (series.name === null ? [] : [series.name])),
    },
    grid: { ...layout.grid, outerBoundsMode: 'none' },
    xAxis: horizontal ? values : categories,
    yAxis: horizontal ? { ...categories, inverse: true } : values,
    series: chart.series.flatMap((series, index) => drawn(chart, series, index, texts, layout)),
  };
}

function axes(chart: Chart, texts: ChartTexts, layout: ChartLayout): { values: object; categories: object } {
  const ticks = chart.ticks.map((tick) => tick.value);
  const range = [...ticks, ...extremes(chart)];
  const labels = new Map(chart.ticks.map((tick, index) => [tick.value, texts.ticks[index] ?? '']));
  return {
    values: {
      type: 'value',
      min: Math.min(...range),
      max: Math.max(...range),
      axisLine: { show: false },
      axisTick: { show: false, customValues: ticks },
      splitLine: { show: true, lineStyle: { color: GRID, width: 0.75 } },
      axisLabel: {
        customValues: ticks,
        hideOverlap: false,
        showMinLabel: true,
        showMaxLabel: true,
        fontFamily: FONT,
        fontSize: layout.fonts.tick,
        color: BLACK,
        formatter: (value: number) => labels.get(value) ?? '',
      },
    },
    categories: {
      type: 'category',
      data: texts.categories.map((_category, index) => String(index)),
      axisLine: { show: true, onZero: true, lineStyle: { color: BLACK, width: 0.75 } },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        hideOverlap: false,
        showMinLabel: true,
        showMaxLabel: true,
        rotate: layout.categoryRotation,
        fontFamily: FONT,
        fontSize: layout.fonts.category,
        color: BLACK,
        ...(layout.namesAbove
          ? {
              inside: true,
              margin: 0,
              align: 'left',
              verticalAlign: 'bottom',
              padding: [0, 0, layout.barWidth / 2 + 2, 0],
            }
          : {}),
        formatter: (_value: string, index: number) => texts.categories[index] ?? '',
      },
    },
  };
}

/** The ends of what is drawn: sums for parts that are stacked. */
function extremes(chart: Chart): number[] {
  if (chart.form === 'stacked') return stackedSums(chart);
  return chart.series.flatMap((series) => series.values.filter((value) => value !== null));
}

function drawn(
  chart: Chart,
  series: ChartSeries,
  index: number,
  texts: ChartTexts,
  layout: ChartLayout,
): object[] {
  const look = PALETTE[index % PALETTE.length] ?? PALETTE[0];
  const colour = chart.form === 'line' ? LINE_COLOURS[index % LINE_COLOURS.length] : look.fill;
  const labels = texts.series[index]?.labels ?? [];
  const label = {
    show: true,
    fontFamily: FONT,
    fontSize: layout.fonts.label,
    // A border around letters would be printed as a second copy of the text.
    textBorderWidth: 0,
    color: chart.form === 'stacked' ? look.ink : BLACK,
    position: chart.form === 'stacked' ? 'inside' : 'top',
    formatter: (point: { readonly dataIndex: number }) => labels[point.dataIndex] ?? '',
    ...(layout.labelRotation === 90
      ? { rotate: 90, align: 'left', verticalAlign: 'middle', distance: 3 }
      : { distance: 4 }),
  };
  const common = { silent: true, animation: false, emphasis: { disabled: true }, label };
  const shape =
    chart.form === 'line'
      ? {
          type: 'line',
          symbol: look.symbol,
          symbolSize: 7,
          showAllSymbol: true,
          connectNulls: false,
          clip: false,
          itemStyle: { color: colour },
          lineStyle: { color: colour, width: 1.75, type: look.line },
        }
      : {
          type: 'bar',
          clip: false,
          barMaxWidth: layout.barWidth,
          barCategoryGap: '28%',
          itemStyle: { color: colour, borderColor: BLACK, borderWidth: 0.4 },
          ...(chart.form === 'stacked' ? { stack: 'parts' } : {}),
        };
  return [
    {
      ...common,
      ...shape,
      name: texts.series[index]?.name ?? `series ${index}`,
      data: series.values.map((value, at) => ({
        value,
        label: ownLabel(chart, index, at, layout),
      })),
    },
    ...labelsApart(chart, index, labels, layout, { ...common, label: { ...label, color: BLACK } }),
  ];
}

/** Labels of the lower of two lines go under it; those that stand apart are drawn apart. */
function ownLabel(chart: Chart, index: number, at: number, layout: ChartLayout): object {
  if (isApart(chart, index, at, layout)) return { show: false };
  if (chart.form !== 'line') return {};
  const here = chart.series[index]?.values[at] ?? 0;
  const isLower = chart.series.some(
    (other, otherIndex) => otherIndex !== index && (other.values[at] ?? here) > here,
  );
  const shift = layout.shifts[index]?.[at] ?? null;
  return { position: isLower ? 'bottom' : 'top', ...(shift === null ? {} : { offset: [shift, 0] }) };
}

/** Whether a label does not stand at its own bar or point: no room there, or the value is not known. */
function isApart(chart: Chart, index: number, at: number, layout: ChartLayout): boolean {
  if (chart.form === 'stacked') return (layout.shifts[index]?.[at] ?? null) !== null;
  return chart.series[index]?.values[at] === null;
}

/** Labels that stand apart, as those of invisible points: at the end of the whole bar, or on the axis. */
function labelsApart(
  chart: Chart,
  index: number,
  labels: readonly (string | null)[],
  layout: ChartLayout,
  common: object,
): object[] {
  const sums = stackedSums(chart);
  const floor = Math.min(...chart.ticks.map((tick) => tick.value));
  const data = labels.flatMap((text, at): object[] => {
    if (text === null || !isApart(chart, index, at, layout)) return [];
    const formatter = (): string => text;
    if (chart.form !== 'stacked') return [{ value: [at, floor], label: { formatter } }];
    const offset = [layout.shifts[index]?.[at] ?? 0, 0];
    return [{ value: [sums[at], at], label: { formatter, position: 'right', offset } }];
  });
  return data.length === 0 ? [] : [{ ...common, type: 'scatter', symbolSize: 0, data }];
}

/** ECharts numbers its instances: the ids of clip paths and classes rise with every chart of the process. */
function stableIds(svg: string, name: string): string {
  return svg
    .replaceAll(/\bzr\d+-/g, `${name}-`)
    .replaceAll(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/<style\s*>.*?<\/style>\s*/s, '');
}

function accessible(svg: string, description: string): string {
  return svg.replace(
    /^<svg [^>]*?(viewBox="[^"]*")[^>]*>/,
    (_element, viewBox: string) => `<svg ${viewBox} role="img" aria-label="${escapeHtml(description)}">`,
  );
}
