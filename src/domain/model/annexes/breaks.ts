/** Why the report compares nothing across a break: since when, and what changed. */
import type { Book } from '../../aggregation/book.ts';
import { recordedBreaks } from '../../aggregation/series-break.ts';
import { shortPeriodName } from '../../period.ts';
import type { Runs } from '../report-model.ts';
import { words } from './cells.ts';

/**
 * One item for each break that a comparison was left out for: of the whole report, or of the given ledger ids alone.
 * It is known only when everything else of the report has been made.
 */
export function breakItems(book: Book, only?: ReadonlySet<string>): readonly Runs[] {
  return recordedBreaks(book)
    .filter(({ id }) => only?.has(id) !== false)
    .map(({ id, compared, cause }) => [
      ...words(nameOf(book, compared)),
      ...words(cause.of === compared.indicator ? '' : ` (tính từ ${nameOf(book, { indicator: cause.of })})`),
      { kind: 'text', text: ' không so sánh được với số liệu trước ' },
      { kind: 'date', text: shortPeriodName(cause.from) },
      { kind: 'text', text: ': ' },
      { kind: 'quoted', text: cause.why, ledger: id },
    ]);
}

function nameOf(book: Book, { indicator, status }: { indicator: string; status?: string }): string {
  const { label, statuses } = book.indicator(indicator);
  const level = statuses.find(({ id }) => id === status)?.label;
  return level === undefined ? `“${label}”` : `“${label}”, mức “${level}”`;
}
