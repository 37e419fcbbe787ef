/**
 * How a chart is laid out on paper: sizes in CSS pixels (96 an inch), margins from the widths of the texts. ECharts is
 * told where everything goes, so that it never leaves out or shortens a text.
 */
import type { Chart } from '../domain/model/report-model.ts';
import { tokenWidth } from './chart-texts.ts';
import type { ChartTexts } from './chart-texts.ts';

/** Pixels of a point: fonts are thought of in points, as on the page. */
const PT = 96 / 72;
const GAP = 8;
const LEGEND_MARK = 30;
const LEGEND_GAP = 22;

export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly grid: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly fonts: {
    readonly tick: number;
    readonly category: number;
    readonly label: number;
    readonly legend: number;
  };
  readonly legend: { readonly markWidth: number; readonly gap: number };
  /** Degrees by which category names and value labels are turned. */
  readonly categoryRotation: 0 | 45 | 90;
  readonly labelRotation: 0 | 90;
  /** Names of horizontal bars stand above them where they are too long to stand beside. */
  readonly namesAbove: boolean;
  /** Pixels that a bar is thick at most. */
  readonly barWidth: number;
  /** By series and category: for a label to the right of the whole bar its distance from the bar's end, else null. */
  readonly shifts: readonly (readonly (number | null)[])[];
}

/** Lays the chart out `width` pixels wide. */
export function layOut(chart: Chart, texts: ChartTexts, width: number): ChartLayout {
  return chart.form === 'stacked' ? layOutBars(chart, texts, width) : layOutColumns(chart, texts, width);
}

function layOutColumns(chart: Chart, texts: ChartTexts, width: number): ChartLayout {
  const tick = 10 * PT;
  const left = longest(texts.ticks, tick) + GAP * 1.5;
  const right = GAP * 2;
  const slot = (width - left - right) / Math.max(1, chart.categories.length);
  const crowded = slot < 22;
  const category = (crowded ? 9 : 10.5) * PT;
  const names = longest(texts.categories, category);
  const categoryRotation = names + GAP <= slot ? 0 : crowded || names > slot * 3 ? 90 : 45;
  const label = (crowded ? 8 : 10) * PT;
  const labels = longest(
    texts.series.flatMap((series) => series.labels),
    label,
  );
  // Columns stand side by side in their slot, points of lines one above the other.
  const labelSlot = chart.form === 'column' ? slot / Math.max(1, chart.series.length) : slot;
  const labelRotation = labels > labelSlot - 2 && chart.form === 'column' ? 90 : 0;
  const legend = legendHeight(texts, width);
  const top = legend + (labelRotation === 90 ? labels : label) + GAP * 1.5;
  const turned = { 0: category * 1.2, 45: (names + category) * Math.SQRT1_2, 90: names };
  const bottom = turned[categoryRotation] + GAP * 1.5;
  const plot = crowded ? 250 : 190;
  return {
    width,
    height: Math.ceil(top + plot + bottom),
    grid: { left, right, top, bottom },
    fonts: { tick, category, label, legend: LEGEND_FONT },
    legend: { markWidth: LEGEND_MARK, gap: LEGEND_GAP },
    categoryRotation,
    labelRotation,
    namesAbove: false,
    barWidth: 48,
    shifts: [],
  };
}

function layOutBars(chart: Chart, texts: ChartTexts, width: number): ChartLayout {
  const crowded = chart.categories.length > 24;
  const category = (crowded ? 9 : 11) * PT;
  const tick = 10 * PT;
  const label = (crowded ? 8.5 : 10) * PT;
  const names = longest(texts.categories, category);
  const namesAbove = names > width * 0.4;
  const left = namesAbove ? GAP : names + GAP * 1.5;
  const right = longest(texts.ticks, tick) / 2 + GAP;
  const top = legendHeight(texts, width) + GAP;
  const bottom = tick * 1.2 + GAP * 1.5;
  const slot = (crowded ? 15 : 28) + (namesAbove ? category * 1.2 : 0);
  const { shifts, room } = labelsBeside(chart, texts, label, width - left - right);
  return {
    width,
    height: Math.ceil(top + chart.categories.length * slot + bottom),
    grid: { left, right: right + room, top, bottom },
    fonts: { tick, category, label, legend: LEGEND_FONT },
    legend: { markWidth: LEGEND_MARK, gap: LEGEND_GAP },
    categoryRotation: 0,
    labelRotation: 0,
    namesAbove,
    barWidth: crowded ? 11 : 20,
    shifts,
  };
}

/**
 * Labels of parts that are too narrow for them, or not known, stand one after the other to the right of the whole bar.
 * `shifts` has, by series and category, how far from the bar's end each of them is; `room` is what they take at most.
 */
function labelsBeside(
  chart: Chart,
  texts: ChartTexts,
  fontSize: number,
  plotWidth: number,
): Pick<ChartLayout, 'shifts'> & { readonly room: number } {
  const sums = stackedSums(chart);
  const largest = Math.max(...chart.ticks.map((tick) => tick.value), ...sums);
  // Two thirds is the least of the width that the bars keep when such labels take room at their right.
  const scale = largest > 0 ? (plotWidth * 2) / 3 / largest : 0;
  const shifts: (number | null)[][] = chart.series.map(() => []);
  let room = 0;
  for (const at of sums.keys()) {
    let taken = 0;
    for (const [index, series] of chart.series.entries()) {
      const text = texts.series[index]?.labels[at] ?? null;
      const needed = text === null ? 0 : tokenWidth(text, fontSize);
      const isBeside = text !== null && (series.values[at] ?? 0) * scale < needed + 3;
      shifts[index]?.push(isBeside ? taken : null);
      if (isBeside) taken += needed + GAP;
    }
    room = Math.max(room, taken - (((largest - (sums[at] ?? 0)) / largest) * (plotWidth * 2)) / 3);
  }
  return { shifts, room };
}

/** The whole of each bar. */
export function stackedSums(chart: Chart): number[] {
  return chart.categories.map((_category, index) =>
    chart.series.reduce((sum, series) => sum + (series.values[index] ?? 0), 0),
  );
}

const LEGEND_FONT = 11 * PT;

/** Height of the series' names above the picture, which go on to a new line where they do not fit. */
function legendHeight(texts: ChartTexts, width: number): number {
  let lines = 1;
  let used = 0;
  for (const { name } of texts.series) {
    const item = LEGEND_MARK + 5 + tokenWidth(name ?? '', LEGEND_FONT) + LEGEND_GAP;
    if (used > 0 && used + item > width) {
      lines++;
      used = 0;
    }
    used += item;
  }
  return lines * (LEGEND_FONT + 10);
}

function longest(texts: readonly (string | null)[], fontSize: number): number {
  return Math.max(0, ...texts.map((text) => tokenWidth(text ?? '', fontSize)));
}
