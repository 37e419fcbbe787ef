/** One thing, one value: two owners of an indicator agree, codes for the same thing agree, a share is at most 100%. */
import type { Book } from '../aggregation/book.ts';
import type { Answer } from '../aggregation/answers.ts';
import type { Check, Form, Indicator } from '../definition.ts';
import { exact, sum } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { hard, known, scopesOf } from './arithmetic.ts';
import { amount, cellPlace, describeCell, sourcesOf } from './describe.ts';

type Answered = Extract<Answer, { cell: unknown }>;

/**
 * An indicator with a primary form has other sources too: each is compared with the primary one. Without a primary
 * form the forms ask different bodies, and their answers add up.
 */
export function findTwoOwners(book: Book, indicator: Indicator): readonly Finding[] {
  const [primary, ...others] = book.index.askedBy(indicator.code);
  if (!primary || indicator.primary === undefined) return [];
  return others.flatMap(({ form, bodies }) => {
    const [own, other] = [
      given(book, indicator, primary.form, primary.bodies),
      given(book, indicator, form, bodies),
    ];
    if (!own || !other || own.value === other.value) return [];
    const message = `${indicator.label} có hai giá trị khác nhau: ${own.text}; nhưng ${other.text}.`;
    return [hard(`owners:${indicator.code}/${form.id}`, 'owners', message, [own, other])];
  });
}

/** What one form says of an indicator: the one answer, or the sum of all. */
function given(
  book: Book,
  indicator: Indicator,
  form: Form,
  bodies: readonly string[],
): { readonly value: string; readonly text: string; readonly places: Finding['places'] } | undefined {
  const answers = bodies.flatMap((entity) =>
    book.index.answers(indicator.code, entity).filter((answer) => answer.form === form.id),
  );
  const cells = answers.filter(
    (answer): answer is Answered => 'cell' in answer && answer.cell.state === 'value',
  );
  if (cells.length === 0 || cells.length < answers.length) return undefined;
  const numeric = indicator.nature === 'flow' || indicator.nature === 'stock';
  const values = cells.map(({ cell }) => (cell.state === 'value' ? cell.value : ''));
  const value = numeric ? amount(sum(values.map((text) => exact(text)))) : values.join(', ');
  const [first] = cells;
  const text =
    cells.length === 1 && first
      ? describeCell(book, first)
      : `biểu ${form.id}, tổng của ${cells.length} đơn vị = ${value}`;
  return { value, text, places: cells.map(cellPlace) };
}

export function checkSame(book: Book, check: Extract<Check, { kind: 'same' }>): readonly Finding[] {
  const [first, ...others] = check.indicators.map((code) => known(book, code, ''));
  if (!first) return [];
  return others.flatMap((other) => {
    if (!other || other.value.equals(first.value)) return [];
    const [one, two] = [sourcesOf(book, first.id), sourcesOf(book, other.id)];
    const message = `${first.indicator.label} (${amount(first.value)}) và ${other.indicator.label} (${amount(other.value)}) phải bằng nhau: ${one.text}; ${two.text}.`;
    return [hard(`${check.id}:${other.indicator.code}`, check.id, message, [one, two])];
  });
}

/** A share of a whole above 100%, for any body or in total. */
export function findImpossibleShares(book: Book, indicator: Indicator): readonly Finding[] {
  if (indicator.nature !== 'ratio' || !indicator.share || indicator.numerator === undefined) return [];
  const scopes = scopesOf(book, indicator.numerator);
  const findings = scopes.flatMap((scope) => aboveAll(book, indicator, scope));
  return findings.length > 0 ? findings : aboveAll(book, indicator, '');
}

function aboveAll(book: Book, indicator: Indicator, scope: string): readonly Finding[] {
  const share = known(book, indicator.code, scope);
  const limit = exact(indicator.unit === '%' ? '100' : '1');
  if (!share || share.value.compare(limit) <= 0) return [];
  const source = sourcesOf(book, share.id);
  const message = `${indicator.label} bằng ${amount(share.value)}${indicator.unit} là không thể vì là phần của một tổng: ${source.text}.`;
  return [hard(`share:${indicator.code}/${scope || 'all'}`, 'share', message, [source])];
}
