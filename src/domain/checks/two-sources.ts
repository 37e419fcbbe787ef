/**
 * Two sources of one thing: the report prints the primary one, and what differs by more than is allowed is a finding
 * that names both places.
 */
import type { Book } from '../aggregation/book.ts';
import { askedFor } from '../aggregation/asked-for.ts';
import { recordCell } from '../aggregation/record-cell.ts';
import { bodiesWithoutRow } from '../aggregation/rows-of-bodies.ts';
import type { Check, Form, Indicator } from '../definition.ts';
import { canonical, exact, sum } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { nameOf } from '../narration/show.ts';
import { known } from './arithmetic.ts';
import { amount, cellPlace, describeCell, type Answered } from './describe.ts';
import { hard, soft } from './found.ts';
import { sourcesOf } from './sources.ts';
import { differenceInWords, exceeds, isSoft } from './tolerance.ts';

/**
 * An indicator with a primary form has other sources too: each is compared with the primary one, body by body where
 * both ask the same bodies, in total otherwise. Without a primary form the answers of all forms add up.
 */
export function findTwoOwners(book: Book, indicator: Indicator): readonly Finding[] {
  const [primary, ...others] = book.index.askedBy(indicator.code);
  if (!primary || indicator.primary !== primary.form.id) return [];
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
      if (!own || !other || !differs(indicator, own.value, other.value)) return [];
      const message = `“${indicator.label}” có hai giá trị khác nhau: ${own.text}; nhưng ${other.text}${apart(indicator, own.value, other.value)}`;
      // The cell that is not printed is a source all the same: of the sentence that names it.
      for (const answer of [...own.cells, ...other.cells]) recordCell(book, answer, indicator);
      const places = [own, other].map(({ cells }) => ({ places: cells.map(cellPlace) }));
      const owners = `owners:${indicator.code}/${form.id}${id}`;
      return isSoft(indicator.tolerance)
        ? [soft(owners, 'owners', message, places)]
        : [hard(owners, 'owners', message, places)];
    });
  });
}

/**
 * What a ministry says of each body, in a table of its own or on a form, and what the bodies say themselves: body by
 * body, and in total where that finds nothing and not all bodies stand on both sides.
 */
export function checkTwoSources(
  book: Book,
  check: Extract<Check, { kind: 'two-sources' }>,
): readonly Finding[] {
  const asked = [...askedFor(book, check.primary)];
  const others = askedFor(book, check.other);
  const shared = asked.filter((entity) => others.has(entity));
  const found = shared.flatMap((entity) => compared(book, check, entity));
  const isSame = shared.length === asked.length && shared.length === others.size;
  const total = found.length > 0 || isSame ? [] : compared(book, check, '');
  return [...found, ...total, ...leftOut(book, check, asked)];
}

/** Bodies that the other's table says nothing of: a comparison that cannot be made is not one that agrees. */
function leftOut(
  book: Book,
  { id, primary, other }: Extract<Check, { kind: 'two-sources' }>,
  asked: readonly string[],
): readonly Finding[] {
  const about = [other, primary].map((code) => book.indicator(code));
  return about.flatMap(({ rows }) => {
    if (rows?.body === undefined) return [];
    const bodies = bodiesWithoutRow(book, rows, asked);
    if (bodies.length === 0) return [];
    const owners = book.facts.definition.forms.filter(({ tables }) =>
      tables.some((table) => table.id === rows.table),
    );
    const title = owners.flatMap(({ tables }) => tables).find((table) => table.id === rows.table)?.title;
    const names = bodies.map((entity) => nameOf(book, entity)).join(', ');
    const message = `bảng “${title ?? rows.table}” không có dòng của ${names} nên “${book.indicator(primary).label}” của các đơn vị này chưa được đối chiếu`;
    const places = owners.flatMap(({ id: form, body }) =>
      body === undefined ? [] : [{ kind: 'form', form, entity: body } as const],
    );
    return [soft(`${id}:rows`, id, message, [{ places }])];
  });
}

function compared(
  book: Book,
  { id, primary, other, tolerance }: Extract<Check, { kind: 'two-sources' }>,
  scope: string,
): readonly Finding[] {
  const [own, second] = [known(book, primary, scope), known(book, other, scope)];
  if (!own || !second || own.state !== 'known' || second.state !== 'known') return [];
  if (!exceeds(own.value, second.value, tolerance)) return [];
  const [one, two] = [sourcesOf(book, own.id), sourcesOf(book, second.id)];
  const who = scope === '' ? '' : `, ${nameOf(book, scope)}`;
  const message = `“${own.indicator.label}”${who} là ${amount(own.value)} (${one.text}) nhưng “${second.indicator.label}” là ${amount(second.value)} (${two.text}); ${differenceInWords(own.indicator, own.value, second.value, tolerance)}. Báo cáo in “${own.indicator.label}”`;
  const finding = isSoft(tolerance) ? soft : hard;
  return [finding(`${id}:${scope || 'all'}`, id, message, [one, two])];
}

interface Given {
  readonly value: string;
  readonly text: string;
  readonly cells: readonly Answered[];
}

/** What one form says of an indicator: the one answer, or the sum of all; nothing unless all have answered. */
function given(book: Book, indicator: Indicator, form: Form, bodies: readonly string[]): Given | undefined {
  const answers = bodies.flatMap((entity) =>
    book.index.answers(indicator.code, entity).filter((answer) => answer.form === form.id),
  );
  const answered = answers.filter((answer): answer is Answered => 'cell' in answer);
  const cells = answered.filter(({ cell }) => cell.state !== 'not-applicable');
  const [first, ...others] = cells;
  if (!first || answered.length < answers.length) return undefined;
  const values = cells.map((answer) => valueOf(answer, indicator));
  if (others.length === 0) return { value: values.join(), text: describeCell(book, first), cells };
  const value = canonical(sum(values.map((text) => exact(text))));
  const text = `biểu ${form.id}, ô “${first.field.label}” của ${cells.length} đơn vị, cộng lại được ${amount(value)}`;
  return { value, text, cells };
}

function differs(indicator: Indicator, own: string, other: string): boolean {
  return isNumber(indicator) ? exceeds(exact(own), exact(other), indicator.tolerance) : own !== other;
}

/** "; chênh lệch …" of numbers; other answers are simply different. */
function apart(indicator: Indicator, own: string, other: string): string {
  if (!isNumber(indicator)) return '';
  return `; ${differenceInWords(indicator, exact(own), exact(other), indicator.tolerance)}`;
}

/** "không phát sinh" is a zero, or a no. */
function valueOf({ cell }: Answered, indicator: Indicator): string {
  if (cell.state === 'value') return cell.value;
  return isNumber(indicator) ? '0' : 'no';
}

function isNumber({ nature }: Indicator): boolean {
  return nature === 'flow' || nature === 'stock';
}
