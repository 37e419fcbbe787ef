/** Blocks of the body and of annexes, made ready for the templates. */
import type { Block, Paragraph, Runs, Table, TableColumn, TableRow } from '../domain/model/report-model.ts';
import { renderChart } from './charts.ts';
import { columnWidths } from './column-widths.ts';
import { escapeHtml, plainText, runsToHtml } from './runs.ts';

const PIXELS_PER_MILLIMETRE = 96 / 25.4;
const POINTS_PER_MILLIMETRE = 72 / 25.4;

/** Where a block is printed. */
export interface Place {
  /** Between the margins, in millimetres. */
  readonly width: number;
  /** Size of the letters of tables in points, as in report.css. */
  readonly tableFont: number;
}

interface HeadingView {
  readonly id: string;
  readonly element: string;
  readonly level: number;
  readonly numberHtml: string;
  readonly textHtml: string;
}

interface ParagraphView {
  readonly id: string;
  readonly style: string;
  /** A paragraph that announces the next one stays on its page. */
  readonly leadIn: boolean;
  readonly dash: string;
  readonly html: string;
}

interface CellView {
  readonly align: string | null;
  /** Where the cell is one figure, its ledger id stands on the cell: half as many elements to lay out. */
  readonly ledger: string | null;
  readonly html: string;
}

type RowView =
  | { readonly section: true; readonly span: number; readonly sectionHtml: string }
  | {
      readonly section: false;
      readonly total: boolean;
      readonly cells: readonly CellView[];
    };

/** A paragraph below a table, printed with its last rows. */
interface NoteView {
  readonly id: string;
  readonly html: string;
}

interface TableView {
  readonly id: string;
  readonly captionHtml: string;
  /** Whether every number stands on one line. */
  readonly fits: boolean;
  readonly columns: readonly { readonly width: string; readonly headingHtml: string }[];
  readonly rows: readonly RowView[];
  readonly span: number;
  readonly notes: readonly NoteView[];
}

interface ChartView {
  readonly id: string;
  readonly captionHtml: string;
  readonly unit: string;
  readonly svg: string;
}

/** One of the four is there, the others are null. */
export interface BlockView {
  readonly heading: HeadingView | null;
  readonly paragraph: ParagraphView | null;
  readonly table: TableView | null;
  readonly chart: ChartView | null;
}

const DASHES: Readonly<Record<Paragraph['style'], string>> = {
  body: '',
  item: '- ',
  subitem: '+ ',
  note: '',
};

const NOTHING: BlockView = { heading: null, paragraph: null, table: null, chart: null };

/**
 * Blocks in their order; `name` is unique in the document. The notes below a table are its last rows, without borders:
 * browsers keep rows together, and would put a paragraph below a table alone on the next page.
 */
export function blockViews(blocks: readonly Block[], place: Place, name: string): readonly BlockView[] {
  const views: BlockView[] = [];
  for (const [at, block] of blocks.entries()) {
    const table = views.at(-1)?.table;
    if (table && block.kind === 'paragraph' && block.style === 'note')
      views[views.length - 1] = {
        ...NOTHING,
        table: { ...table, notes: [...table.notes, { id: block.id, html: paragraphHtml(block) }] },
      };
    else views.push(blockView(block, place, `${name}${at}`));
  }
  return views;
}

function blockView(block: Block, place: Place, name: string): BlockView {
  switch (block.kind) {
    case 'heading':
      return {
        ...NOTHING,
        heading: {
          id: block.id,
          // h1 is the report's title, so that the outline has one root.
          element: `h${block.level + 1}`,
          level: block.level,
          numberHtml: runsToHtml(block.number),
          textHtml: runsToHtml(block.text),
        },
      };
    case 'paragraph':
      return {
        ...NOTHING,
        paragraph: {
          id: block.id,
          style: block.style,
          leadIn: plainText(block.runs.slice(-1)).endsWith(':'),
          dash: DASHES[block.style],
          html: paragraphHtml(block),
        },
      };
    case 'table':
      return { ...NOTHING, table: tableView(block, place) };
    case 'chart':
      return {
        ...NOTHING,
        chart: {
          id: block.id,
          captionHtml: runsToHtml(block.caption),
          unit: block.unit,
          svg: renderChart(block, Math.floor(place.width * PIXELS_PER_MILLIMETRE), name),
        },
      };
  }
}

function paragraphHtml({ lead = 0, runs }: Paragraph): string {
  if (lead === 0) return runsToHtml(runs);
  return `<b>${runsToHtml(runs.slice(0, lead))}</b>${runsToHtml(runs.slice(lead))}`;
}

function tableView(table: Table, { width, tableFont }: Place): TableView {
  const { percentages, fits } = columnWidths(table, width * POINTS_PER_MILLIMETRE, tableFont);
  return {
    id: table.id,
    captionHtml: runsToHtml(table.caption),
    fits,
    columns: table.columns.map((column, index) => ({
      width: `${(percentages[index] ?? 0).toFixed(2)}%`,
      headingHtml: runsToHtml(column.heading),
    })),
    rows: table.rows.map((row) => rowView(row, table.columns)),
    span: table.columns.length,
    notes: [],
  };
}

function rowView(row: TableRow, columns: readonly TableColumn[]): RowView {
  if (row.kind === 'section')
    return {
      section: true,
      span: columns.length,
      sectionHtml: row.cells.map((cell) => runsToHtml(cell)).join(' '),
    };
  return {
    section: false,
    total: row.kind === 'total',
    cells: row.cells.map((cell, index) => cellView(cell, columns[index]?.align ?? 'left')),
  };
}

function cellView(cell: Runs, alignment: TableColumn['align']): CellView {
  const align = alignment === 'left' ? null : alignment;
  const [only, ...others] = cell;
  if (others.length === 0 && (only?.kind === 'figure' || only?.kind === 'quoted'))
    return { align, ledger: only.ledger, html: escapeHtml(only.text) };
  return { align, ledger: null, html: runsToHtml(cell) };
}
