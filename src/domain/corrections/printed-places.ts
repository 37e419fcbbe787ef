/** The places of a report where figures are printed, under names that stay the same when the figures change. */
import type { AnnexDefinition } from '../definition.ts';
import type { Block, Chart, ReportModel, Run, Runs, Table } from '../model/report-model.ts';
import { sentencesOf, textOf } from './sentences.ts';

/** One cell of a table, or one label of a chart. */
export interface PrintedCell {
  readonly where: string;
  readonly what: string;
  readonly text: string;
  readonly runs: Runs;
}

/** The sentences of one block of the outline, in order. */
export interface PrintedText {
  readonly where: string;
  readonly sentences: readonly Runs[];
}

export interface PrintedPlaces {
  readonly texts: ReadonlyMap<string, PrintedText>;
  readonly cells: ReadonlyMap<string, PrintedCell>;
}

/** Annexes about the papers and about the data themselves: a correction does not change who sent what and when. */
const LEFT_OUT: readonly AnnexDefinition['kind'][] = ['completeness', 'notes'];

/** Every sentence and cell of a report, by a name that stays when it is compiled again. */
export function placesOf(model: ReportModel, annexes: readonly AnnexDefinition[]): PrintedPlaces {
  const texts = new Map<string, PrintedText>();
  const cells = new Map<string, PrintedCell>();
  collect(model.blocks, '', 'Phần nội dung', { texts, cells });
  for (const { id, title, blocks } of model.annexes) {
    const kind = annexes.find((annex) => annex.id === id)?.kind;
    if (kind === undefined || LEFT_OUT.includes(kind)) continue;
    collect(blocks, `${id}/`, `Phụ lục “${textOf(title)}”`, { texts, cells });
  }
  return { texts, cells };
}

function collect(
  blocks: readonly Block[],
  prefix: string,
  outside: string,
  { texts, cells }: { texts: Map<string, PrintedText>; cells: Map<string, PrintedCell> },
): void {
  let where = outside;
  const seen = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'heading') where = `Mục “${textOf(block.text)}”`;
    const id = `${prefix}${block.id}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    const place = times === 1 ? id : `${id}~${times}`;
    if (block.kind === 'table') addAll(cells, place, cellsOfTable(block, where));
    else if (block.kind === 'chart') addAll(cells, place, cellsOfChart(block, where));
    else if (block.kind === 'heading') texts.set(place, { where, sentences: [block.text] });
    else {
      // Paragraphs that come or go must not shift the names of those after them.
      const stem = `${prefix}${block.id.replace(/-\d+$/, '')}#`;
      const before = texts.get(stem);
      texts.set(stem, {
        where: before?.where ?? where,
        sentences: [...(before?.sentences ?? []), ...sentencesOf(block.runs)],
      });
    }
  }
}

function addAll(
  cells: Map<string, PrintedCell>,
  place: string,
  added: readonly (readonly [id: string, cell: PrintedCell])[],
): void {
  for (const [id, cell] of added) cells.set(`${place}/${id}`, cell);
}

/** Cells by the row's first words and the column: rows that change places keep their names. */
function cellsOfTable(table: Table, where: string): readonly (readonly [string, PrintedCell])[] {
  const seen = new Map<string, number>();
  const caption = textOf(table.caption);
  const inside = caption === '' ? where : `${where}, bảng “${caption}”`;
  return table.rows.flatMap(({ cells }) => {
    const name = rowName(cells);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return cells.flatMap((runs, column): readonly (readonly [string, PrintedCell])[] => {
      if (runs.length > 0 && runs.every(({ kind }) => kind === 'numbering')) return [];
      const heading = textOf(table.columns[column]?.heading ?? []);
      const what = [name, heading].filter((part) => part !== '').join(', ');
      return [[`${name}~${times}/${column}`, { where: inside, what, text: textOf(runs), runs }]];
    });
  });
}

function rowName(cells: readonly Runs[]): string {
  return textOf(cells.find((runs) => runs.length > 0 && runs.every(isName)) ?? []);
}

function isName({ kind }: Run): boolean {
  return kind === 'text' || kind === 'name';
}

/** The values at the points and bars; ticks only follow from them. */
function cellsOfChart(chart: Chart, where: string): readonly (readonly [string, PrintedCell])[] {
  return chart.series.flatMap(({ name, labels }, series) =>
    labels.map((runs, index): readonly [string, PrintedCell] => {
      const category = textOf(chart.categories[index] ?? []);
      const what = [textOf(name), category].filter((part) => part !== '').join(', ');
      const inside = `${where}, biểu đồ “${textOf(chart.caption)}”`;
      return [`${series}/${index}`, { where: inside, what, text: textOf(runs), runs }];
    }),
  );
}
