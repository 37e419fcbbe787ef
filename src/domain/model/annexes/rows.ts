/** Annex: the rows of a table as bodies sent them, such as documents, tasks or systems, one below the other. */
import type { AnsweredRow } from '../../aggregation/answers.ts';
import type { Book } from '../../aggregation/book.ts';
import { matchingRows } from '../../aggregation/rows.ts';
import type { AnnexDefinition, RowsColumn, TableColumnDefinition } from '../../definition.ts';
import { cellRun, columnOf, senderName, sortedBy } from '../../narration/helpers/rows.ts';
import { missingRun } from '../../narration/show.ts';
import type { Block, Runs, TableColumn, TableRow } from '../report-model.ts';
import { capitalised, headingOf, numberStyle, rowNumber, unitOf, words } from './cells.ts';

type RowsDefinition = Extract<AnnexDefinition, { kind: 'rows' }>;

/** The sender of a row, beside the columns of its table. */
const BODY = 'body';

export function rowsBlocks(book: Book, annex: RowsDefinition): readonly Block[] {
  const { table, where = [], order } = annex;
  const { rows, lacking } = matchingRows(book, { table, where });
  const waiting = lacking.filter(({ why }) => why !== 'waived');
  if (rows.length === 0 && waiting.length === 0) return [];
  const sorted = order === undefined ? rows : sortedBy(rows, order);
  return [
    {
      kind: 'table',
      id: annex.id,
      caption: [],
      columns: [
        { heading: words('TT'), align: 'center', width: 4 },
        ...annex.columns.map((column) => columnHead(book, table, column)),
      ],
      rows: sorted.map((row, index): TableRow => ({
        kind: 'data',
        cells: [rowNumber(index + 1), ...annex.columns.map((column) => cellOf(book, table, column, row))],
      })),
    },
    ...(waiting.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            id: `${annex.id}-con-thieu`,
            style: 'note',
            runs: [missingRun(book, { lacking: waiting, indicator: { label: '' } })],
          } as const,
        ]),
  ];
}

/** Widths and sides by what a column holds: prose is wide, dates and numbers are narrow. */
const SHAPES: Readonly<Record<TableColumnDefinition['type'], Pick<TableColumn, 'align' | 'width'>>> = {
  text: { align: 'left', width: 40 },
  choice: { align: 'left', width: 16 },
  code: { align: 'left', width: 16 },
  body: { align: 'left', width: 16 },
  number: { align: 'right', width: 12 },
  date: { align: 'center', width: 12 },
  flag: { align: 'center', width: 10 },
};

function columnHead(book: Book, table: string, { column, heading, ...style }: RowsColumn): TableColumn {
  const known = column === BODY ? undefined : columnOf({ book }, table, column);
  const label = heading ?? known?.label ?? 'Đơn vị';
  const unit = known?.type === 'number' ? unitOf(known.unit ?? '', style) : '';
  return {
    heading: headingOf(label, unit),
    ...SHAPES[known?.type ?? 'body'],
  };
}

function cellOf(book: Book, table: string, { column, ...style }: RowsColumn, row: AnsweredRow): Runs {
  if (column === BODY) return [{ kind: 'name', text: capitalised(senderName(book, row.entity)) }];
  const known = columnOf({ book }, table, column, row.form);
  const value = row.row[column];
  if (!known || value === undefined) return [];
  const decimals = style.decimals ?? (style.scale === undefined ? (value.split('.')[1]?.length ?? 0) : 0);
  const run = cellRun({ book }, row, table, known, value, { ...numberStyle({}, style), decimals });
  return [{ ...run, text: capitalised(run.text) }];
}
