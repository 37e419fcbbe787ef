/** A row of a form's table as it was typed, read column by column. */
import { shortDate } from '../dates.ts';
import type { FormTable, TableColumnDefinition } from '../definition.ts';
import { readColumn, type BodiesOfRoster } from '../intake/read-table.ts';
import { typeableNumber } from '../numbers/read-number.ts';
import type { Row } from '../submission.ts';
import { readingsOf } from './ambiguous-number.ts';
import type { RowProblem } from './draft.ts';

export type RowTexts = Readonly<Record<string, string>>;

export interface RowReading {
  /** The columns that can be read. */
  readonly row: Row;
  readonly problems: readonly RowProblem[];
}

/** True for a row in which nothing is written: it is no row. */
export function isBlankRow(texts: RowTexts): boolean {
  return Object.values(texts).every((text) => text.trim() === '');
}

/** Reads a row; a row has no state of its own, so a required column must not be blank. A blank row has no problems. */
export function readRow(texts: RowTexts, { columns }: FormTable, namedOn: BodiesOfRoster): RowReading {
  if (isBlankRow(texts)) return { row: {}, problems: [] };
  const row: Record<string, string> = {};
  const problems: RowProblem[] = [];
  for (const column of columns) {
    const text = texts[column.id] ?? '';
    if (text.trim() === '') {
      if (!column.optional) problems.push({ column: column.id, found: 'ô trống', expected: column.label });
      continue;
    }
    const reading = readColumn(text, column, namedOn);
    if (reading.ok) row[column.id] = reading.value;
    else problems.push(problemOf(column, text, reading));
  }
  return { row, problems };
}

/** A row as it would be typed. */
export function textsOf(row: Row, { columns }: FormTable): RowTexts {
  return Object.fromEntries(
    columns.flatMap(({ id, type }) => {
      const value = row[id];
      if (value === undefined) return [];
      if (type === 'date') return [[id, shortDate(value)]];
      return [[id, type === 'number' ? typeableNumber(value) : value]];
    }),
  );
}

function problemOf(
  { id, type }: TableColumnDefinition,
  text: string,
  { found, expected }: Pick<RowProblem, 'found' | 'expected'>,
): RowProblem {
  const readings = type === 'number' ? readingsOf(text) : [];
  return { column: id, found, expected, ...(readings.length > 0 ? { readings } : {}) };
}
