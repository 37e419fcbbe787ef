/** A cell as a leaf of the ledger. */
import type { Indicator } from '../definition.ts';
import type { Answer } from './answers.ts';
import type { Book } from './book.ts';

/** Writes a cell into the ledger; its id names body, form, revision and field. */
export function recordCell(
  book: Book,
  { cell, field, revision }: Extract<Answer, { cell: unknown }>,
  indicator: Indicator,
): string {
  return book.ledger.add({
    id: `cell:${revision.id}/${field.id}`,
    kind: 'cell',
    formula: 'ô số liệu',
    inputs: [],
    value: cell.state === 'value' ? cell.value : '0',
    unit: indicator.unit,
    label: indicator.label,
    cell: { entity: revision.entity, form: revision.form, revision: revision.id, field: field.id },
  });
}
