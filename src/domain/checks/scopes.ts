/** At whom a check looks: single bodies where all it needs stands on one of their forms, else everybody together. */
import type { Book } from '../aggregation/book.ts';
import type { Indicator } from '../definition.ts';

/**
 * The bodies that answer all of the indicators, or what they are derived from, on one form; [""] when there is none.
 * What a ministry says of the whole country on one form is no part of what it says of itself on another.
 */
export function scopesOf(book: Book, codes: readonly string[]): readonly string[] {
  const asked = codes.flatMap((code) => askedCodes(book, book.indicator(code)));
  const [first = '', ...others] = asked;
  const bodies = [...book.index.asked(first)].filter((entity) => {
    const { form } = book.index.answer(first, entity);
    return form !== '' && others.every((code) => book.index.answer(code, entity).form === form);
  });
  return bodies.length > 0 ? bodies : [''];
}

function askedCodes(book: Book, indicator: Indicator): readonly string[] {
  const { code, numerator, denominator } = indicator;
  const ratio = [numerator, denominator].filter((part) => part !== undefined);
  const parts = indicator.sum ?? indicator.difference ?? ratio;
  return parts.length > 0 ? parts.flatMap((part) => askedCodes(book, book.indicator(part))) : [code];
}
