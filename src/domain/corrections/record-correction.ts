/** Corrections as entries of the ledger: both cells are leaves, and what a total gains by them is an entry of its own. */
import type { Book } from '../aggregation/book.ts';
import type { Measure } from '../aggregation/measure.ts';
import { measureId } from '../aggregation/measure.ts';
import type { LedgerEntry } from '../ledger.ts';
import { fieldOf } from '../checks/describe.ts';
import type { Cell } from '../submission.ts';
import type { Correction } from './correction.ts';

/** The old and the new value as leaves; "" stands for the id of a cell that was blank. */
export interface RecordedCorrection {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export function recordCorrection(book: Book, correction: Correction): RecordedCorrection {
  const { place, from, to } = correction;
  const leaf = (cell: Cell | null, revision: string, which: string): string => {
    if (cell === null) return '';
    return book.ledger.add({
      ...(place.kind === 'cell'
        ? {
            id: `cell:${revision}/${place.field}`,
            kind: 'cell',
            formula: 'ô số liệu',
            cell: { entity: place.entity, form: place.form, revision, field: place.field },
          }
        : {
            id: `correction:${correction.id}/${which}`,
            kind: 'history',
            formula: 'số liệu lịch sử',
            history: { basis: 'published', source: correction.reason },
          }),
      inputs: [],
      value: valueOf(cell),
      ...named(book, correction),
    });
  };
  const [old, now] =
    place.kind === 'cell'
      ? [leaf(from, place.before, 'cu'), leaf(to, place.revision, 'moi')]
      : [leaf(from, '', 'cu'), leaf(to, '', 'moi')];
  const id = book.ledger.add({
    id: `correction:${correction.id}`,
    kind: 'correction',
    formula: 'đính chính: số mới thay số cũ',
    inputs: [old, now].filter((input) => input !== ''),
    value: valueOf(to),
    ...named(book, correction),
  });
  return { id, from: old, to: now };
}

/** What a total of history gains by a correction. */
export function recordAmount(book: Book, correction: Correction, measure: Measure, amount: string): string {
  const { place } = correction;
  return book.ledger.add({
    id: `correction:${correction.id}→${measureId(measure)}`,
    kind: 'correction',
    formula: 'số mới − số cũ',
    inputs: [recordCorrection(book, correction).id],
    value: amount,
    ...named(book, correction),
    ...(place.kind === 'cell'
      ? {
          cell: {
            entity: place.entity,
            form: place.form,
            revision: place.revision,
            field: place.field,
          },
        }
      : {}),
  });
}

function valueOf(cell: Cell): string {
  return cell.state === 'value' ? cell.value : cell.state === 'none' ? '0' : cell.state;
}

function named(book: Book, { indicator: code = '', place }: Correction): Pick<LedgerEntry, 'unit' | 'label'> {
  const indicator = book.facts.definition.indicators[code];
  if (indicator) return { unit: indicator.unit, label: indicator.label };
  const field = place.kind === 'cell' ? fieldOf(book, place.form, place.field) : undefined;
  return field ? { label: field.label } : {};
}
