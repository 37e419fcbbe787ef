/** Places and values in the words of a finding: which body, which form, which cell, and what stands there. */
import type { Answer } from '../aggregation/answers.ts';
import type { Book } from '../aggregation/book.ts';
import { canonical, exact, type Exact } from '../exact.ts';
import type { Place } from '../finding.ts';
import { nameOf } from '../narration/show.ts';
import { writeNumber } from '../numbers/write-number.ts';
import { shortPeriodName } from '../period.ts';

type Answered = Extract<Answer, { cell: unknown }>;

/** Sources named one by one; the others are counted. */
const NAMED = 3;
const MOST_DECIMALS = 4;

/** A value in full, as officials write it. */
export function amount(value: Exact | string): string {
  const number = typeof value === 'string' ? exact(value) : value;
  const decimals = Math.min(
    canonical(number).split('.')[1]?.length ?? (number.d === 1n ? 0 : MOST_DECIMALS),
    MOST_DECIMALS,
  );
  return writeNumber(number, { decimals }).text;
}

export function cellPlace({ cell, field, form, revision }: Answered): Place {
  return {
    kind: 'cell',
    form,
    entity: revision.entity,
    field: field.id,
    revision: revision.id,
    value: cell.state === 'value' ? cell.value : cell.state,
  };
}

/** "biểu F-TINH, An Giang, ô “Tổng số hồ sơ” = 1.234". */
export function describeCell(book: Book, answer: Answered): string {
  const { cell, field, form, revision } = answer;
  const value = cell.state === 'value' ? valueInWords(cell.value) : 'không phát sinh';
  return `biểu ${form}, ${nameOf(book, revision.entity)}, ô “${field.label}” = ${value}`;
}

/** The cells and history lines that a value was computed from, in words, and as places. */
export function sourcesOf(
  book: Book,
  ledgerId: string,
): { readonly text: string; readonly places: readonly Place[] } {
  const leaves: string[] = [];
  const places: Place[] = [];
  const open = [ledgerId];
  const seen = new Set<string>();
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const entry = book.ledger.get(id);
    if (!entry || seen.has(id)) continue;
    seen.add(id);
    if (entry.kind === 'cell' && entry.cell) {
      const { form, entity, field, revision } = entry.cell;
      const value = entry.value ?? '';
      places.push({ kind: 'cell', form, entity, field, revision, value });
      leaves.push(
        `biểu ${form}, ${nameOf(book, entity)}, ô “${entry.label ?? field}” = ${valueInWords(value)}`,
      );
    } else if (entry.kind === 'history' && entry.history && entry.value !== null) {
      const [indicator = '', rest = ''] = id.split('@');
      const period = rest.split(':')[0] ?? '';
      const { source } = entry.history;
      places.push({ kind: 'history', indicator, period, value: entry.value, source });
      leaves.push(`số liệu lịch sử ${shortPeriodName(period)} = ${amount(entry.value)} (${source})`);
    }
    open.push(...entry.inputs);
  }
  const more = leaves.length - NAMED;
  const text = leaves.slice(0, NAMED).join('; ') + (more > 0 ? `; và ${more} nguồn khác` : '');
  return {
    text,
    places: [
      { kind: 'computed', ledger: ledgerId, value: book.ledger.get(ledgerId)?.value ?? '' },
      ...places.slice(0, 100),
    ],
  };
}

function valueInWords(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? amount(value) : value;
}
