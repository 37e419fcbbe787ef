/** A cell as a leaf of the ledger. */
import type { Indicator } from '../definition.ts';
import type { LedgerEntry } from '../ledger.ts';
import { madeOnce } from '../made-once.ts';
import type { Answer } from './answers.ts';
import type { Book } from './book.ts';

/** A cell is part of several sums, and stands in a table as well; an answer is one book's, and so one ledger's. */
const recorded = new WeakMap<Answer, string>();

/** Writes a cell into the ledger; its id names body, form, revision and field. */
export function recordCell(
  book: Book,
  answer: Extract<Answer, { cell: unknown }>,
  indicator: Indicator,
): string {
  return madeOnce(recorded, answer, () => book.ledger.add(leafOf(answer, indicator)));
}

function leafOf(
  { cell, field, revision }: Extract<Answer, { cell: unknown }>,
  indicator: Indicator,
): LedgerEntry {
  return {
    id: `cell:${revision.id}/${field.id}`,
    kind: 'cell',
    formula: 'ô số liệu',
    inputs: [],
    value: cell.state === 'value' ? cell.value : '0',
    unit: indicator.unit,
    label: indicator.label,
    cell: { entity: revision.entity, form: revision.form, revision: revision.id, field: field.id },
    ...('carried' in cell ? { carried: cell.carried } : {}),
  };
}
