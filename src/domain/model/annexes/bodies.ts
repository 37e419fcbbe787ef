/** Annex: the indicators of every body of a block, a row a body, with the total below. */
import type { Book } from '../../aggregation/book.ts';
import { bodiesOf } from '../../aggregation/scope.ts';
import type { Completeness } from '../../completeness.ts';
import type { AnnexDefinition, BodiesTable } from '../../definition.ts';
import { nameOf } from '../../narration/show.ts';
import { hasValues } from '../../nesting.ts';
import { validIn } from '../../owed.ts';
import { chartBlocks } from '../charts.ts';
import type { Block, Runs, Table, TableRow } from '../report-model.ts';
import { bodyCell, capitalised, LEGEND, rowNumber, totalCell, words } from './cells.ts';

type BodiesAnnex = Extract<AnnexDefinition, { kind: 'bodies' }>;

export function bodiesBlocks(book: Book, completeness: Completeness, annex: BodiesAnnex): readonly Block[] {
  const { id: period } = book.facts.period;
  const tables = annex.tables
    .filter((table) => validIn(table, period))
    .map((table, index) => bodiesTable(book, annex, table, index + 1))
    .filter(({ columns }) => columns.length > 2);
  const charts = annex.chart === undefined ? [] : chartBlocks(book, completeness, annex.chart);
  if (tables.length === 0 && charts.length === 0) return [];
  return [
    ...charts,
    ...tables,
    { kind: 'paragraph', id: `${annex.id}-ghi-chu`, style: 'note', runs: words(LEGEND) },
  ];
}

function bodiesTable(book: Book, annex: BodiesAnnex, table: BodiesTable, place: number): Table {
  const columns = table.columns
    .map(({ indicator, heading }) => ({ indicator: book.indicator(indicator), heading }))
    .filter(({ indicator }) => hasValues(book.facts.definition, indicator, book.facts.period.id));
  const { bodies, undecided } = bodiesOf(book, annex.of);
  // A body that has not said whether it belongs is shown with what it owes, not left out.
  const rows = [...bodies, ...undecided.map(({ entity }) => entity)].map((entity, index): TableRow => ({
    kind: 'data',
    cells: [
      rowNumber(index + 1),
      words(capitalised(nameOf(book, entity))),
      ...columns.map(({ indicator }) => bodyCell(book, indicator, entity)),
    ],
  }));
  const total: TableRow = {
    kind: 'total',
    cells: [[], words('Tổng hợp'), ...columns.map(({ indicator }) => totalCell(book, indicator, annex.of))],
  };
  return {
    kind: 'table',
    id: `${annex.id}-${place}`,
    caption: words(table.title),
    columns: [
      { heading: words('TT'), align: 'center', width: 4 },
      { heading: words('Đơn vị'), align: 'left', width: 16 },
      ...columns.map(({ indicator, heading }) => ({
        heading: headingOf(heading ?? indicator.label, isNumeric(indicator.nature) ? indicator.unit : ''),
        align:
          indicator.nature === 'text'
            ? ('left' as const)
            : isNumeric(indicator.nature)
              ? ('right' as const)
              : ('center' as const),
        width: indicator.nature === 'text' ? 24 : 11,
      })),
    ],
    rows: [...rows, total],
  };
}

function headingOf(label: string, unit: string): Runs {
  return words(unit === '' || label.includes(unit) ? label : `${label} (${unit})`);
}

function isNumeric(nature: string): boolean {
  return nature === 'flow' || nature === 'stock' || nature === 'ratio';
}
