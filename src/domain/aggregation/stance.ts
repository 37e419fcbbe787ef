/** How one body stands on a question: what it answered, or whether a number of its own meets a limit. */
import type { IsoDate } from '../dates.ts';
import type { Indicator, Threshold } from '../definition.ts';
import { exact, type Exact } from '../exact.ts';
import type { Book } from './book.ts';
import { usable, type LackReason, type Measure } from './measure.ts';
import { recordCell } from './record-cell.ts';

export type Stance =
  | {
      /** "yes", "no" or a class; undefined for "không phát sinh". */
      readonly value: string | undefined;
      /** Ledger id of the answer or of the number. */
      readonly ledger: string;
      /** Date of the document behind a yes. */
      readonly date?: IsoDate;
    }
  | { readonly exempt: true }
  | { readonly lack: LackReason };

/** Whose stance on a flag or status in which period; a span matters to limits on numbers that add up. */
export type Question = Pick<Measure, 'indicator' | 'period' | 'span'>;

/** What a body answered in the book's period, or what its number of any period comes to. */
export function stanceOf(book: Book, question: Question, entity: string): Stance {
  const indicator = book.indicator(question.indicator);
  return indicator.meets
    ? measured(book, indicator.meets, question, entity)
    : answered(book, indicator, entity);
}

/** "≥ 30", "> 0, < 50". */
export function limitsOf({ above, atLeast, below, atMost }: Threshold): string {
  return Object.entries({ '>': above, '≥': atLeast, '<': below, '≤': atMost })
    .flatMap(([sign, limit]) => (limit === undefined ? [] : [`${sign} ${limit}`]))
    .join(', ');
}

function answered(book: Book, indicator: Indicator, entity: string): Stance {
  const answer = book.index.answer(indicator.code, entity);
  if ('lack' in answer) return { lack: answer.lack };
  const { cell } = answer;
  if (cell.state === 'not-applicable') return { exempt: true };
  const ledger = recordCell(book, answer, indicator);
  if (cell.state !== 'value') return { value: undefined, ledger };
  return { value: cell.value, ledger, ...(cell.date ? { date: cell.date } : {}) };
}

/** A rate over nothing meets no limit: the body stays in M, and is a no. */
function measured(book: Book, meets: Threshold, question: Question, entity: string): Stance {
  const measure = {
    ...question,
    indicator: meets.indicator,
    span: meets.span ?? question.span,
    scope: entity,
  };
  const aggregate = book.value(measure);
  const known = usable(aggregate);
  if (known) return { value: meetsLimits(meets, known.value) ? 'yes' : 'no', ledger: known.id };
  if (aggregate.gap === 'zero-base') return { value: 'no', ledger: aggregate.id };
  if (aggregate.gap === 'not-applicable') return { exempt: true };
  return { lack: aggregate.lacking[0]?.why ?? 'no-history' };
}

function meetsLimits({ above, below, atLeast, atMost }: Threshold, value: Exact): boolean {
  return (
    (above === undefined || value.compare(exact(above)) > 0) &&
    (below === undefined || value.compare(exact(below)) < 0) &&
    (atLeast === undefined || value.compare(exact(atLeast)) >= 0) &&
    (atMost === undefined || value.compare(exact(atMost)) <= 0)
  );
}
