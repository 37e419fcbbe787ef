/** Corrections as entries of the ledger: both cells are leaves, and what a total gains by them is an entry of its own. */
import type { Book } from '../aggregation/book.ts';
import type { Measure } from '../aggregation/measure.ts';
import { measureId } from '../aggregation/measure.ts';
import type { LedgerEntry } from '../ledger.ts';
import { fieldOf } from '../checks/describe.ts';
import type { Cell, Row } from '../submission.ts';
import { isOfRow, type Correction, type RowCorrection } from './correction.ts';
import { tableOf } from './row-in-words.ts';

/** The old and the new value as leaves; "" stands for the id of a cell that was blank, or a row that is not there. */
export interface RecordedCorrection {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Writes a correction into the ledger, with what it was and what it is below it. */
export function recordCorrection(book: Book, correction: Correction): RecordedCorrection {
  if (isOfRow(correction)) return recordRowCorrection(book, correction);
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

function recordRowCorrection(book: Book, correction: RowCorrection): RecordedCorrection {
  const { form, entity, table, number, newNumber, before, revision } = correction.place;
  const leaf = (row: Row | null, of: string, place: number): string =>
    row === null
      ? ''
      : book.ledger.add({
          id: `row:${of}/${table}/${place}`,
          kind: 'row',
          formula: 'dòng của bảng',
          inputs: [],
          value: JSON.stringify(row),
          cell: { entity, form, revision: of, field: table },
        });
  const [from, to] = [leaf(correction.from, before, number), leaf(correction.to, revision, newNumber)];
  const id = book.ledger.add({
    id: `correction:${correction.id}`,
    kind: 'correction',
    formula:
      from === '' ? 'đính chính: thêm dòng' : to === '' ? 'đính chính: bỏ dòng' : 'đính chính: sửa dòng',
    inputs: [from, to].filter((input) => input !== ''),
    value: JSON.stringify(correction.to),
    ...named(book, correction),
  });
  return { id, from, to };
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
    ...(place.kind === 'history'
      ? {}
      : {
          cell: {
            entity: place.entity,
            form: place.form,
            revision: place.revision,
            field: place.kind === 'cell' ? place.field : place.table,
          },
        }),
  });
}

function valueOf(cell: Cell): string {
  return cell.state === 'value' ? cell.value : cell.state === 'none' ? '0' : cell.state;
}

function named(book: Book, { indicator: code = '', place }: Correction): Pick<LedgerEntry, 'unit' | 'label'> {
  const indicator = book.facts.definition.indicators[code];
  if (indicator) return { unit: indicator.unit, label: indicator.label };
  if (place.kind === 'row') {
    const title = tableOf(book.facts.definition, place.form, place.table)?.title;
    return title === undefined ? {} : { label: title };
  }
  const field = place.kind === 'cell' ? fieldOf(book, place.form, place.field) : undefined;
  return field ? { label: field.label } : {};
}
