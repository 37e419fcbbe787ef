/**
 * The printed texts of a chart. ECharts is given each text with a token in front, so that in its picture every text
 * can be told from every other, even from one that reads the same, and nothing that ECharts wrote itself can pass.
 */
import type { Chart, Runs } from '../domain/model/report-model.ts';
import { setPlatformAPI } from './echarts.ts';
import { plainText, runsToHtml } from './runs.ts';
import { textWidth } from './text-width.ts';

/** Private-use characters: no text of a report holds them. */
const OPEN = '\u{E000}';
const CLOSE = '\u{E001}';
const TOKEN = new RegExp(`^${OPEN}(\\d+)${CLOSE}`);

export interface ChartTexts {
  /** Texts as ECharts is given them, in the places of the model; null where there is nothing to print. */
  readonly ticks: readonly (string | null)[];
  readonly categories: readonly (string | null)[];
  readonly series: readonly { readonly name: string | null; readonly labels: readonly (string | null)[] }[];
  /** The runs behind each token, in the model's reading order: ticks, categories, each series' name and labels. */
  readonly runs: readonly Runs[];
}

export function chartTexts(chart: Chart): ChartTexts {
  const runs: Runs[] = [];
  const token = (text: Runs): string | null => {
    if (plainText(text) === '') return null;
    return `${OPEN}${runs.push(text) - 1}${CLOSE}${plainText(text)}`;
  };
  return {
    ticks: chart.ticks.map((tick) => token(tick.label)),
    categories: chart.categories.map(token),
    series: chart.series.map((series) => ({ name: token(series.name), labels: series.labels.map(token) })),
    runs,
  };
}

/** Width in pixels of a text with or without its token. */
export function tokenWidth(text: string, fontSize: number): number {
  return textWidth(text.replace(TOKEN, ''), fontSize);
}

setPlatformAPI({
  measureText(text, font) {
    const size = Number.parseFloat(/([\d.]+)px/.exec(font ?? '')?.[1] ?? '12');
    return { width: tokenWidth(text, size) };
  },
});

/**
 * Puts the model's texts in place of the tokens and moves them to the end of the picture, in reading order. Throws
 * when the picture lacks one of them, holds one twice, or holds any other text.
 */
export function placeTexts(svg: string, runs: readonly Runs[], chartId: string): string {
  const found = new Map<number, string>();
  const picture = svg.replaceAll(
    /<text([^>]*)>([^<]*)<\/text>\s*/g,
    (_element, attributes: string, text: string) => {
      const index = Number(TOKEN.exec(text)?.[1] ?? Number.NaN);
      const content = runs[index];
      if (content === undefined || found.has(index))
        throw new Error(
          `chart "${chartId}": the picture holds a text that the model does not have there: "${text}"`,
        );
      found.set(index, `<text${attributes}>${runsToHtml(content, 'tspan')}</text>\n`);
      return '';
    },
  );
  if (picture.includes('<text')) throw new Error(`chart "${chartId}": a text of the picture cannot be read`);
  const texts = runs.map((content, index) => {
    const element = found.get(index);
    if (element === undefined)
      throw new Error(`chart "${chartId}": the picture lacks "${plainText(content)}"`);
    return element;
  });
  return picture.replace(/<\/svg>\s*$/, `${texts.join('')}</svg>`);
}
