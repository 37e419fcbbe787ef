/** Declared arithmetic: parts and totals, parts and wholes, ladders, and lists as long as their count. All hard. */
import type { Book } from '../aggregation/book.ts';
import { bodiesOf } from '../aggregation/scope.ts';
import { matchingRows, recordRow } from '../aggregation/rows.ts';
import { brokenSince } from '../aggregation/series-break.ts';
import {
  isKnown,
  usable,
  type Aggregate,
  type KnownAggregate,
  type LackReason,
} from '../aggregation/measure.ts';
import type { Check } from '../definition.ts';
import { compare, exact, sum, ZERO } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { nameOf } from '../narration/show.ts';
import { previousPeriod } from '../period.ts';
import { amount } from './describe.ts';
import { hard, soft } from './found.ts';
import { overlap, rangeOf } from './rounding.ts';
import { scopesOf } from './scopes.ts';
import { pairInWords, sourcesOf } from './sources.ts';

const SPANS = ['period', 'ytd', 'cumulative'] as const;

type Declared<K extends Check['kind']> = Extract<Check, { kind: K }>;

/** whole = Σ parts: for each body that answers the whole, and among the earlier values that reports compare with. */
export function checkParts(book: Book, check: Declared<'parts'>): readonly Finding[] {
  const now = scopesOf(book, [check.whole, ...check.parts]).flatMap((scope) => {
    const whole = known(book, check.whole, scope);
    const parts = check.parts.flatMap((part) => known(book, part, scope) ?? []);
    return whole && sameBodies([whole, ...parts])
      ? notAddedUp(book, whole, parts, check, `${check.id}:${scope || 'all'}`, hard)
      : [];
  });
  return [...now, ...earlierParts(book, check)];
}

/** A derived whole cannot differ from its parts, but the history of both comes line by line. Published, therefore soft. */
function earlierParts(book: Book, check: Declared<'parts'>): readonly Finding[] {
  const { id: current } = book.facts.period;
  const period = previousPeriod(current);
  if ([check.whole, ...check.parts].some((code) => brokenSince(book, code, period, current))) return [];
  return SPANS.flatMap((span) => {
    const [whole, ...parts] = [check.whole, ...check.parts].map((code) =>
      book.value(book.measure(code, { period, span })),
    );
    if (!whole || !isKnown(whole) || book.ledger.get(whole.id)?.kind !== 'history') return [];
    const id = `${check.id}:${period}/${span}`;
    return notAddedUp(book, whole, parts.filter(isKnown), check, id, soft);
  });
}

function notAddedUp(
  book: Book,
  whole: KnownAggregate,
  parts: readonly KnownAggregate[],
  check: Declared<'parts'>,
  id: string,
  finding: typeof hard,
): readonly Finding[] {
  const ranges = parts.map((part) => rangeOf(book, part));
  const total = { low: sum(ranges.map(({ low }) => low)), high: sum(ranges.map(({ high }) => high)) };
  if (parts.length < check.parts.length || overlap(rangeOf(book, whole), total)) return [];
  const [own, ...others] = [whole, ...parts].map((value) => sourcesOf(book, value.id));
  if (!own) return [];
  const message = `${own.text}, không bằng tổng các phần là ${amount(sum(parts.map(({ value }) => value)))}: ${others.map(({ text }) => text).join('; ')}`;
  return [finding(id, check.id, message, [own, ...others])];
}

/** part ≤ whole: for each body, or in total where different bodies answer the two. */
export function checkAtMost(book: Book, check: Declared<'at-most'>): readonly Finding[] {
  const findings = scopesOf(book, [check.part, check.whole]).flatMap((scope) =>
    partAboveWhole(book, check, scope),
  );
  return findings.length > 0 ? findings : partAboveWhole(book, check, '');
}

function partAboveWhole(book: Book, check: Declared<'at-most'>, scope: string): readonly Finding[] {
  const part = known(book, check.part, scope);
  const whole = known(book, check.whole, scope);
  if (!part || !whole || compare(part.value, whole.value) <= 0 || !sameBodies([part, whole])) return [];
  const [small, large] = [sourcesOf(book, part.id), sourcesOf(book, whole.id)];
  const pair =
    pairInWords(small, 'lớn hơn', large) ??
    `“${part.indicator.label}” (${amount(part.value)}) lớn hơn “${whole.indicator.label}” (${amount(whole.value)}): ${small.text}; ${large.text}`;
  const message = `${pair}, trong khi phần không thể lớn hơn tổng`;
  return [hard(`${check.id}:${scope || 'all'}`, check.id, message, [small, large])];
}

/** Lacks that another finding names, or that a recorded decision covers. */
const NAMED_ELSEWHERE: readonly LackReason[] = ['not-submitted', 'not-accepted', 'blank', 'waived'];

/**
 * The classes of a status add up to the roster: every body that reports stands in exactly one. A class that is still
 * to be reported leaves the ladder short, whatever the reason.
 */
export function checkLadder(book: Book, check: Declared<'ladder'>): readonly Finding[] {
  const indicator = book.indicator(check.indicator);
  const asked = book.index.asked(indicator.code);
  const members = bodiesOf(book, check.of).bodies.filter((entity) => asked.has(entity));
  const outside = members.flatMap((entity) => {
    const answer = book.index.answer(indicator.code, entity);
    if ('lack' in answer) return NAMED_ELSEWHERE.includes(answer.lack) ? [] : [{ entity, form: answer.form }];
    const { cell } = answer;
    const inClass = cell.state === 'value' && indicator.statuses.some(({ id }) => id === cell.value);
    return inClass ? [] : [{ entity, form: answer.form }];
  });
  if (outside.length === 0) return [];
  const counts = indicator.statuses.map(({ id, label }) => ({
    label,
    value: book.count(book.measure(indicator.code, { scope: check.of, status: id })).value ?? ZERO,
  }));
  const total = amount(sum(counts.map(({ value }) => value)));
  const classes = counts.map(({ label, value }) => `${amount(value)} ${label}`).join(', ');
  const forms = [...new Set(outside.map(({ form }) => form))].join(', ');
  const names = outside.map(({ entity }) => nameOf(book, entity)).join(', ');
  const message = `biểu ${forms}, ô “${indicator.label}”: các mức cộng lại được ${total} trong khi có ${members.length} đơn vị (${classes}); ${outside.length} đơn vị chưa thuộc mức nào: ${names}`;
  const places = outside.map(({ entity, form }) => ({ kind: 'form', form, entity }) as const);
  const advice = 'Đề nghị các đơn vị này chọn đúng một mức.';
  return [hard(`${check.id}:${indicator.code}`, check.id, message, [{ places }], advice)];
}

/** A list is as long as its count; one that is not exhaustive is at most as long. */
export function checkListLength(book: Book, check: Declared<'list-length'>): readonly Finding[] {
  const count = known(book, check.count, '');
  const { rows, lacking } = matchingRows(book, check.rows);
  if (!count || lacking.length > 0) return [];
  const order = exact(String(rows.length)).compare(count.value);
  if (order === 0 || (order < 0 && !check.exhaustive)) return [];
  const own = sourcesOf(book, count.id);
  const list = rows.map((row) => sourcesOf(book, recordRow(book, row, check.rows.table)));
  const table = book.facts.definition.forms
    .flatMap(({ tables }) => tables)
    .find(({ id }) => id === check.rows.table);
  const [first] = rows;
  const where = first ? `biểu ${first.form}, ${nameOf(book, first.entity)}` : '';
  const said = own.cell?.where === where ? `${where}: ${own.cell.what} nhưng` : `${own.text} nhưng ${where},`;
  const message = `${said} bảng “${table?.title ?? check.rows.table}” liệt kê ${rows.length} dòng${check.rows.where.length > 0 ? ' loại này' : ''}`;
  return [hard(`${check.id}:${check.count}`, check.id, message, [own, ...list])];
}

/** A value of the period that may be printed. */
export function known(book: Book, indicator: string, scope: string): KnownAggregate | undefined {
  return usable(book.value(book.measure(indicator, { scope })));
}

/** True when the same bodies are left out of all: only then do totals compare. */
function sameBodies(aggregates: readonly Aggregate[]): boolean {
  const [first, ...others] = aggregates.map(({ lacking }) =>
    lacking
      .map(({ entity }) => entity)
      .sort()
      .join(),
  );
  return others.every((other) => other === first);
}
