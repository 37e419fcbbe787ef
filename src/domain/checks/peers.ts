/**
 * A body that has no earlier value of its own is held against the others that answer the same form. Bodies differ a
 * great deal in size and some have nothing yet, so only a slip of scale is called unusual, or a value farther beyond
 * all the others than they are apart. Soft.
 */
import type { Answer } from '../aggregation/answers.ts';
import type { Book } from '../aggregation/book.ts';
import type { Form, Indicator } from '../definition.ts';
import { compare, exact, isPositive, type Exact } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { comparable } from './comparable.ts';
import { amount, cellPlace, describeCell, roughly, type Answered } from './describe.ts';
import { soft } from './found.ts';
import type { Range } from './rounding.ts';
import { ascending, mayBeOutside, middleOf, scaleHint, TOO_FEW } from './scale.ts';

/** A comparison needs this many other bodies with something to report. */
const FEWEST = 8;
/** The largest and the smallest of real bodies are up to some twenty times off the middle. */
const TIMES = 50;
/** Beyond all others is what is off the nearest of them by as much as they differ, within these limits. */
const [LEAST, MOST] = [exact('3'), exact('10')];

/** One that holds a value. */
export type AnsweredValue = Answered & { readonly cell: { readonly state: 'value' } };

interface Answering {
  readonly answer: Answered;
  readonly value: Exact;
}

/** For a flow or stock: bodies more than fifty times off the median of their form's bodies, or beyond all of them. */
export function findUnlikePeers(book: Book, indicator: Indicator): readonly Finding[] {
  return book.index
    .askedBy(indicator.code)
    .flatMap(({ form, bodies }) => unlikeOthers(book, indicator, form, bodies));
}

function unlikeOthers(
  book: Book,
  indicator: Indicator,
  form: Form,
  bodies: readonly string[],
): readonly Finding[] {
  const answering = valuesOn(book, indicator, form, bodies);
  const positive = answering.map(({ value }) => value).filter(isPositive);
  if (positive.length <= FEWEST) return [];
  const ordered = ascending(positive);
  const usual = middleOf(ordered);
  const middle = [usual];
  return answering.flatMap(({ answer, value }) => {
    const range = beyondOthers(value, ordered);
    if (!range && !mayBeOutside(value, middle, 1 / TIMES, TIMES)) return [];
    const { entity } = answer.revision;
    const far =
      value.compare(usual.mul(TIMES)) > 0 || (value.compare(0) > 0 && value.mul(TIMES).compare(usual) < 0);
    if ((!far && !range) || hasPast(book, indicator, entity)) return [];
    const others = far || !range ? '' : `; các đơn vị khác từ ${amount(range.low)} đến ${amount(range.high)}`;
    const message = `${describeCell(book, answer)}, ${value.compare(usual) > 0 ? 'cao' : 'thấp'} khác thường so với mức thường gặp ${roughly(usual)} (trung vị các đơn vị cùng biểu${others})${scaleHint(value, usual)}`;
    const id = `peers:${form.id}/${entity}/${indicator.code}`;
    return [soft(id, 'peers', message, [{ places: [cellPlace(answer)] }])];
  });
}

/**
 * The range of the others, for the one value that is far outside it; small counts differ by chance.
 * @param ordered all values with it, ascending
 */
function beyondOthers(value: Exact, ordered: readonly Exact[]): Range | undefined {
  const [lowest, last] = [ordered[0], ordered.at(-1)];
  if (!lowest || !last) return undefined;
  const isLowest = compare(value, lowest) === 0;
  const isHighest = compare(value, last) === 0;
  if (!isLowest && !isHighest) return undefined;
  const [low, high] = [ordered[isLowest ? 1 : 0], ordered.at(isHighest ? -2 : -1)];
  if (!low || !high) return undefined;
  if (value.compare(TOO_FEW) < 0 && low.compare(TOO_FEW) < 0) return undefined;
  const apart = high.div(low);
  const times = apart.compare(LEAST) < 0 ? LEAST : apart.compare(MOST) > 0 ? MOST : apart;
  const isBeyond = isHighest ? value.compare(high.mul(times)) > 0 : value.mul(times).compare(low) < 0;
  return isBeyond ? { low, high } : undefined;
}

/** What bodies answered on the form itself, as numbers. */
function valuesOn(
  book: Book,
  { code }: Indicator,
  form: Form,
  bodies: readonly string[],
): readonly Answering[] {
  const values: Answering[] = [];
  for (const entity of bodies)
    for (const answer of book.index.answers(code, entity))
      if (isValueOn(form, answer)) values.push({ answer, value: exact(answer.cell.value) });
  return values;
}

/** True for a number that stands on the form itself. */
export function isValueOn({ id }: Form, answer: Answer): answer is AnsweredValue {
  return answer.form === id && 'cell' in answer && answer.cell.state === 'value';
}

function hasPast(book: Book, { code }: Indicator, entity: string): boolean {
  const measure = book.measure(code, { scope: entity });
  const valueThen = comparable(book, measure);
  return book.earlier.knownBefore(measure).some((period) => valueThen(period) !== undefined);
}
