/** The body of the report: the outline's blocks of the period, in order, each with its heading, text and chart. */
import type { Book } from '../aggregation/book.ts';
import type { Completeness } from '../completeness.ts';
import type { OutlineBlock, TableDefinition } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { narrateLine, narrateText } from '../narration/narrate.ts';
import { withoutStop } from '../narration/paragraphs.ts';
import { validIn } from '../owed.ts';
import { bodiesBlocks } from './annexes/bodies.ts';
import { words } from './annexes/cells.ts';
import { comparisonBlocks } from './annexes/comparison.ts';
import { rowsBlocks } from './annexes/rows.ts';
import { chartBlocks } from './charts.ts';
import { headingNumber } from './numbering.ts';
import type { Block, Heading, Paragraph, Run, Runs } from './report-model.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly findings: readonly Finding[];
}

/** The number of the last heading written on a level. */
interface Places {
  last: number;
}

/** The blocks of the outline that the period has, with what the period changes in them. */
export function outlineOf(book: Book): readonly OutlineBlock[] {
  const { report } = book.facts.definition;
  const { id: period } = book.facts.period;
  const chosen = (blocks: readonly OutlineBlock[]): readonly OutlineBlock[] =>
    blocks.flatMap((block) => {
      const override = report.overrides.find((given) => given.period === period && given.block === block.id);
      if (override?.skip || !validIn(block, period)) return [];
      const {
        heading = block.heading,
        text = block.text,
        chart = block.chart,
        table = block.table,
      } = override ?? {};
      return [
        {
          id: block.id,
          ...(heading === undefined ? {} : { heading }),
          ...(text === undefined ? {} : { text }),
          ...(chart === undefined ? {} : { chart }),
          ...(table === undefined ? {} : { table }),
          blocks: chosen(block.blocks ?? []),
        },
      ];
    });
  return chosen(report.outline);
}

export function buildBody(book: Book, completeness: Completeness): Body {
  const findings: Finding[] = [];
  const write = (block: OutlineBlock, level: 1 | 2 | 3, places: Places): readonly Block[] => {
    // Headings of a block without one stand beside those around it, and go on with their numbers.
    const [below, within] = block.heading === undefined ? [level, places] : [deeper(level), { last: 0 }];
    const content = [
      ...paragraphs(book, block, findings),
      ...(block.table === undefined ? [] : tableBlocks(book, completeness, block.table)),
      ...(block.chart === undefined ? [] : chartBlocks(book, completeness, block.chart)),
      ...(block.blocks ?? []).flatMap((part) => write(part, below, within)),
    ];
    // A heading over nothing is left out, and takes no number.
    if (block.heading === undefined || content.length === 0) return content;
    places.last += 1;
    const heading: Heading = {
      kind: 'heading',
      id: block.id,
      level,
      number: headingNumber(level, places.last),
      text: headingText(book, block.heading),
    };
    return [heading, ...content];
  };
  const top: Places = { last: 0 };
  return { blocks: ended(outlineOf(book).flatMap((block) => write(block, 1, top))), findings };
}

/** A heading may name its period; digits that are typed in it are a name's. */
function headingText(book: Book, heading: string): Runs {
  if (!heading.includes('{{')) return words(heading);
  return narrateLine(book, heading).flatMap((run) => (run.kind === 'text' ? words(run.text) : [run]));
}

function paragraphs(book: Book, block: OutlineBlock, findings: Finding[]): readonly Paragraph[] {
  if (block.text === undefined) return [];
  const narration = narrateText(book, block.text);
  findings.push(...narration.findings);
  return narration.paragraphs.map((paragraph, index) => ({
    kind: 'paragraph',
    id: `${block.id}-${index + 1}`,
    ...paragraph,
  }));
}

/**
 * A table of the body under its caption, or nothing while it is not valid.
 * @throws RangeError for a table that the definition does not have.
 */
function tableBlocks(book: Book, completeness: Completeness, id: string): readonly Block[] {
  const table = book.facts.definition.tables.find((one) => one.id === id);
  if (!table) throw new RangeError(`table ${id} does not exist`);
  if (!validIn(table, book.facts.period.id)) return [];
  const blocks = blocksOfTable(book, completeness, table);
  const single = blocks.filter(({ kind }) => kind === 'table').length === 1;
  // Several tables keep their own titles.
  return blocks.map((block) =>
    block.kind === 'table' && single ? { ...block, caption: words(table.title) } : block,
  );
}

function blocksOfTable(book: Book, completeness: Completeness, table: TableDefinition): readonly Block[] {
  switch (table.kind) {
    case 'bodies':
      return bodiesBlocks(book, completeness, table);
    case 'comparison':
      return comparisonBlocks(book, table);
    case 'rows':
      return rowsBlocks(book, table);
  }
}

/** The body ends with "./." (Decree 30/2020/NĐ-CP, Appendix III, form 1.4). */
function ended(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findLastIndex((block) => block.kind === 'paragraph' && block.style !== 'note');
  const last = blocks[at];
  if (last?.kind !== 'paragraph') return blocks;
  const runs = [...last.runs];
  const final = runs.at(-1);
  const end: Run = { kind: 'text', text: './.' };
  if (final?.kind === 'text')
    runs.splice(-1, 1, { kind: 'text', text: final.text.replace(/[.;,\s]*(\/\.)?\s*$/, './.') });
  else if (final?.kind === 'quoted') runs.splice(-1, 1, withoutStop(final), end);
  else runs.push(end);
  return blocks.with(at, { ...last, runs });
}

function deeper(level: 1 | 2 | 3): 1 | 2 | 3 {
  return level === 1 ? 2 : 3;
}
