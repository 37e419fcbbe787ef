/** Annex: the indicators of every body of a block, a row a body, with the total below. */
import type { Book } from '../../aggregation/book.ts';
import { usable } from '../../aggregation/measure.ts';
import { bodiesOf } from '../../aggregation/scope.ts';
import type { Completeness } from '../../completeness.ts';
import type { AnnexDefinition, BodiesTable } from '../../definition.ts';
import { nameOf } from '../../narration/show.ts';
import { hasValues } from '../../nesting.ts';
import { validIn } from '../../owed.ts';
import { chartBlocks } from '../charts.ts';
import type { Block, Table, TableRow } from '../report-model.ts';
import {
  bodyCell,
  capitalised,
  headingOf,
  legendOf,
  noteBlocks,
  rowNumber,
  totalCell,
  unitOf,
  words,
} from './cells.ts';

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
    ...noteBlocks(annex.id, legendOf(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))),
  ];
}

function bodiesTable(book: Book, annex: BodiesAnnex, table: BodiesTable, place: number): Table {
  const columns = table.columns
    .map((column) => ({ ...column, indicator: book.indicator(column.indicator) }))
    .filter(({ indicator }) => hasValues(book.facts.definition, indicator, book.facts.period.id));
  const { bodies, undecided } = bodiesOf(book, annex.of);
  // A body that has not said whether it belongs is shown with what it owes, not left out.
  const listed = inTableOrder(book, table, [...bodies, ...undecided.map(({ entity }) => entity)]);
  const rows = listed.map((entity, index): TableRow => ({
    kind: 'data',
    cells: [
      rowNumber(index + 1),
      words(capitalised(nameOf(book, entity))),
      ...columns.map(({ indicator, ...style }) => bodyCell(book, indicator, entity, style)),
    ],
  }));
  const total: TableRow = {
    kind: 'total',
    cells: [
      [],
      // Below some of the bodies, the words for all of them.
      words(listed.length < bodies.length ? 'Tính chung' : 'Tổng hợp'),
      ...columns.map(({ indicator, ...style }) => totalCell(book, indicator, annex.of, style)),
    ],
  };
  return {
    kind: 'table',
    id: `${annex.id}-${place}`,
    caption: words(table.title),
    columns: [
      { heading: words('TT'), align: 'center', width: 4 },
      { heading: words('Đơn vị'), align: 'left', width: 16 },
      ...columns.map(({ indicator, heading, ...style }) => ({
        heading: headingOf(
          heading ?? indicator.label,
          isNumeric(indicator.nature) ? unitOf(indicator.unit, style) : '',
        ),
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

/** In the order of the roster, or from the highest value; bodies without one stand last, and are never cut off. */
function inTableOrder(
  book: Book,
  { sort, limit }: BodiesTable,
  bodies: readonly string[],
): readonly string[] {
  if (sort === undefined) return bodies;
  const valueOf = new Map(
    bodies.map((entity) => [entity, usable(book.value(book.measure(sort, { scope: entity })))?.value]),
  );
  const sorted = [...bodies].sort((left, right) => {
    const [one, other] = [valueOf.get(left), valueOf.get(right)];
    if (!one || !other) return Number(!one) - Number(!other);
    return other.compare(one);
  });
  const last = valueOf.get(sorted[(limit ?? sorted.length) - 1] ?? '');
  if (limit === undefined || !last) return sorted;
  return sorted.filter((entity, index) => index < limit || valueOf.get(entity)?.equals(last));
}

function isNumeric(nature: string): boolean {
  return nature === 'flow' || nature === 'stock' || nature === 'ratio';
}
