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
  /**
   * By series and category. Bars: how far from the end of the whole bar a label stands that has no room in its part, else
   * null. Lines: how far to the right or left of its point a label stands, so that no line crosses it, else null.
   */
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
  // Smaller names rather than turned ones, as long as they stay well apart.
  const upright = [10.5, 9].find((points) => longest(texts.categories, points * PT) + GAP <= slot);
  const category = (upright ?? (crowded ? 9 : 10.5)) * PT;
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
    shifts: chart.form === 'line' ? labelsOffLines(chart, texts, { slot, plot, label }) : [],
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

/** From a point to the label above it, and from there over the label, in pixels. */
const LABEL_FOOT = 6;

/**
 * Where one line falls or rises so steeply that it would cross the label above a point, the label moves to the other
 * side, as far as it must. Between two lines, and in a trough, labels stay: there they find no better place.
 */
function labelsOffLines(
  chart: Chart,
  texts: ChartTexts,
  { slot, plot, label }: { readonly slot: number; readonly plot: number; readonly label: number },
): ChartLayout['shifts'] {
  const [series, ...others] = chart.series;
  if (series === undefined || others.length > 0) return [];
  const ends = [...chart.ticks.map(({ value }) => value), ...series.values.filter((value) => value !== null)];
  const scale = plot / (Math.max(...ends) - Math.min(...ends) || 1);
  const own = series.values.map((value, at): number | null => {
    if (value === null) return null;
    const half = tokenWidth(texts.series[0]?.labels[at] ?? '', label) / 2;
    // How far from the middle the line to a neighbour is as high as the label's foot.
    const crossing = (neighbour: number | null | undefined): number => {
      const rise = ((neighbour ?? value) - value) * scale;
      return rise <= LABEL_FOOT ? half : (LABEL_FOOT / rise) * slot;
    };
    const [before, after] = [crossing(series.values[at - 1]), crossing(series.values[at + 1])];
    if (before < half && after < half) return null;
    const shift = half - Math.min(before, after) + 1;
    if (shift <= 1) return null;
    return before < after ? shift : -shift;
  });
  return [own];
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
