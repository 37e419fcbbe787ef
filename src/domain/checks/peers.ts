/**
 * A body that has no earlier value of its own is held against the others that answer the same form. Bodies differ a
 * great deal in size and some have nothing yet, so only a slip of scale is called unusual. Soft.
 */
import type { Book } from '../aggregation/book.ts';
import type { Form, Indicator } from '../definition.ts';
import { exact, type Exact } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { comparable } from './comparable.ts';
import { cellPlace, describeCell, roughly, type Answered } from './describe.ts';
import { soft } from './found.ts';
import { mayBeOutside, median, scaleHint } from './scale.ts';

/** A comparison needs this many other bodies with something to report. */
const FEWEST = 8;
/** The largest and the smallest of real bodies are up to some twenty times off the middle. */
const TIMES = 50;

interface Answering {
  readonly answer: Answered;
  readonly value: Exact;
}

/** For a flow or stock: bodies more than fifty times off the median of their form's bodies. */
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
  const answering = bodies.flatMap((entity) => valueOn(book, indicator, form, entity));
  const positive = answering.map(({ value }) => value).filter((value) => value.compare(0) > 0);
  if (positive.length <= FEWEST) return [];
  const usual = median(positive);
  const middle = [usual];
  return answering.flatMap(({ answer, value }) => {
    if (!mayBeOutside(value, middle, 1 / TIMES, TIMES)) return [];
    const { entity } = answer.revision;
    const above = value.compare(usual.mul(TIMES)) > 0;
    const below = value.compare(0) > 0 && value.mul(TIMES).compare(usual) < 0;
    if ((!above && !below) || hasPast(book, indicator, entity)) return [];
    const message = `${describeCell(book, answer)}, ${above ? 'cao' : 'thấp'} khác thường so với mức thường gặp ${roughly(usual)} (trung vị các đơn vị cùng biểu)${scaleHint(value, usual)}`;
    const id = `peers:${form.id}/${entity}/${indicator.code}`;
    return [soft(id, 'peers', message, [{ places: [cellPlace(answer)] }])];
  });
}

function valueOn(book: Book, indicator: Indicator, form: Form, entity: string): readonly Answering[] {
  return book.index.answers(indicator.code, entity).flatMap((answer) => {
    if (answer.form !== form.id || !('cell' in answer)) return [];
    const { cell } = answer;
    return cell.state === 'value' ? [{ answer, value: exact(cell.value) }] : [];
  });
}

function hasPast(book: Book, { code }: Indicator, entity: string): boolean {
  const measure = book.measure(code, { scope: entity });
  const valueThen = comparable(book, measure);
  return book.earlier.knownBefore(measure).some((period) => valueThen(period) !== undefined);
}
