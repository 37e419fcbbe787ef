/** A correction of a row as a reader sees it: what changed in it, or what was put in or taken out. */
import { amount } from '../checks/describe.ts';
import { shortDate } from '../dates.ts';
import type { Definition, FormTable, TableColumnDefinition } from '../definition.ts';
import { entityById } from '../entity.ts';
import type { Row } from '../submission.ts';
import type { RowCorrection } from './correction.ts';

/** Of a long text so much is told. */
const LONGEST = 120;

/** The table of a form; undefined when the definition does not have it. */
export function tableOf({ forms }: Definition, form: string, table: string): FormTable | undefined {
  return forms.find(({ id }) => id === form)?.tables.find(({ id }) => id === table);
}

/** "dòng 2 (An Giang), “Số việc”: 70 → 72"; "thêm dòng: Địa phương An Giang; Số việc 72"; "bỏ dòng 2: …". */
export function rowChangeInWords(
  definition: Definition,
  { place, from, to }: Pick<RowCorrection, 'place' | 'from' | 'to'>,
): string {
  const columns = tableOf(definition, place.form, place.table)?.columns ?? [];
  const said = (column: TableColumnDefinition, row: Row): string =>
    rowValueInWords(definition, column, row[column.id]);
  const whole = (row: Row): string =>
    columns
      .filter(({ id }) => row[id] !== undefined)
      .map((column) => `${column.label} ${said(column, row)}`)
      .join('; ');
  if (from === null) return `thêm dòng: ${whole(to ?? {})}`;
  if (to === null) return `bỏ dòng ${place.number}: ${whole(from)}`;
  const [first] = columns;
  const changes = columns
    .filter(({ id }) => from[id] !== to[id])
    .map((column) => `“${column.label}”: ${said(column, from)} → ${said(column, to)}`);
  const name = first ? ` (${said(first, from)})` : '';
  return `dòng ${place.number}${name}, ${changes.join('; ')}`;
}

/** What stands in a column, as officials write it. */
export function rowValueInWords(
  { entities }: Definition,
  { type, choices }: TableColumnDefinition,
  value: string | undefined,
): string {
  if (value === undefined) return 'để trống';
  switch (type) {
    case 'number':
      return amount(value);
    case 'date':
      return shortDate(value);
    case 'body':
      return entityById(entities, value)?.shortName ?? value;
    case 'flag':
      return value === 'yes' ? 'có' : 'không';
    case 'choice':
      return `“${choices.find(({ id }) => id === value)?.label ?? value}”`;
    case 'code':
    case 'text':
      return `“${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`;
  }
}
