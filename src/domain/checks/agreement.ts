/** One thing, one value: codes for the same thing agree, a share is at most 100%. */
import type { Book } from '../aggregation/book.ts';
import type { Check, Indicator } from '../definition.ts';
import { exact, round } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { known } from './arithmetic.ts';
import { amount, isPercent } from './describe.ts';
import { hard } from './found.ts';
import { scopesOf } from './scopes.ts';
import { sourcesOf } from './sources.ts';

/** Indicators that are one thing under several codes have one value. */
export function checkSame(book: Book, check: Extract<Check, { kind: 'same' }>): readonly Finding[] {
  const [first, ...others] = check.indicators.map((code) => known(book, code, ''));
  if (!first) return [];
  return others.flatMap((other) => {
    if (!other || other.value.equals(first.value)) return [];
    const [one, two] = [sourcesOf(book, first.id), sourcesOf(book, other.id)];
    const message = `“${first.indicator.label}” (${amount(first.value)}) và “${other.indicator.label}” (${amount(other.value)}) phải bằng nhau: ${one.text}; ${two.text}`;
    return [hard(`${check.id}:${other.indicator.code}`, check.id, message, [one, two])];
  });
}

/** A share of a whole above 100%, for any body or in total. */
export function findImpossibleShares(book: Book, indicator: Indicator): readonly Finding[] {
  if (indicator.nature !== 'ratio' || !indicator.share) return [];
  const findings = scopesOf(book, [indicator.code]).flatMap((scope) => aboveAll(book, indicator, scope));
  return findings.length > 0 ? findings : aboveAll(book, indicator, '');
}

function aboveAll(book: Book, indicator: Indicator, scope: string): readonly Finding[] {
  const share = known(book, indicator.code, scope);
  const percent = isPercent(indicator);
  if (!share || share.value.compare(exact(percent ? '100' : '1')) <= 0) return [];
  const source = sourcesOf(book, share.id);
  const shown = amount(round(share.value, 2, 'up'));
  const [value, limit] = percent ? [`${shown}%`, '100%'] : [shown, '1'];
  const message = `“${indicator.label}” bằng ${value}, vượt quá ${limit}: ${source.text}`;
  return [hard(`share:${indicator.code}/${scope || 'all'}`, 'share', message, [source])];
}
