/** One thing, one value: two owners of an indicator agree, codes for the same thing agree, a share is at most 100%. */
import type { Book } from '../aggregation/book.ts';
import type { Check, Form, Indicator } from '../definition.ts';
import { canonical, exact, round, sum } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { known } from './arithmetic.ts';
import { amount, cellPlace, describeCell, isPercent, type Answered } from './describe.ts';
import { hard } from './found.ts';
import { scopesOf } from './scopes.ts';
import { sourcesOf } from './sources.ts';

/**
 * An indicator with a primary form has other sources too: each is compared with the primary one, body by body where
 * both ask the same bodies, in total otherwise. Without a primary form the answers of all forms add up.
 */
export function findTwoOwners(book: Book, indicator: Indicator): readonly Finding[] {
  const [primary, ...others] = book.index.askedBy(indicator.code);
  if (!primary || indicator.primary === undefined) return [];
  return others.flatMap(({ form, bodies }) => {
    const shared = bodies.filter((entity) => primary.bodies.includes(entity));
    const pairs =
      shared.length > 0
        ? shared.map((entity) => ({ id: `/${entity}`, one: [entity], two: [entity] }))
        : isNumber(indicator)
          ? [{ id: '', one: primary.bodies, two: bodies }]
          : [];
    return pairs.flatMap(({ id, one, two }) => {
      const own = given(book, indicator, primary.form, one);
      const other = given(book, indicator, form, two);
      if (!own || !other || own.value === other.value) return [];
      const message = `“${indicator.label}” có hai giá trị khác nhau: ${own.text}; nhưng ${other.text}`;
      return [hard(`owners:${indicator.code}/${form.id}${id}`, 'owners', message, [own, other])];
    });
  });
}

/** What one form says of an indicator: the one answer, or the sum of all; nothing unless all have answered. */
function given(
  book: Book,
  indicator: Indicator,
  form: Form,
  bodies: readonly string[],
): { readonly value: string; readonly text: string; readonly places: Finding['places'] } | undefined {
  const answers = bodies.flatMap((entity) =>
    book.index.answers(indicator.code, entity).filter((answer) => answer.form === form.id),
  );
  const cells = answers.filter((answer): answer is Answered => 'cell' in answer);
  const applicable = cells.filter(({ cell }) => cell.state !== 'not-applicable');
  const [first, ...others] = applicable;
  if (!first || cells.length < answers.length) return undefined;
  const places = applicable.map(cellPlace);
  const values = applicable.map((answer) => valueOf(answer, indicator));
  if (others.length === 0) return { value: values.join(), text: describeCell(book, first), places };
  const value = canonical(sum(values.map((text) => exact(text))));
  const text = `biểu ${form.id}, ô “${first.field.label}” của ${applicable.length} đơn vị, cộng lại được ${amount(value)}`;
  return { value, text, places };
}

/** "không phát sinh" is a zero, or a no. */
function valueOf({ cell }: Answered, indicator: Indicator): string {
  if (cell.state === 'value') return cell.value;
  return isNumber(indicator) ? '0' : 'no';
}

function isNumber({ nature }: Indicator): boolean {
  return nature === 'flow' || nature === 'stock';
}

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
