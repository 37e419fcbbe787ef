/** Declared arithmetic: parts and totals, parts and wholes, ladders, and lists as long as their count. All hard. */
import type { Book } from '../aggregation/book.ts';
import { bodiesOf } from '../aggregation/scope.ts';
import { matchingRows, recordRow } from '../aggregation/rows.ts';
import { usable, type KnownAggregate } from '../aggregation/measure.ts';
import type { Check } from '../definition.ts';
import { exact, sum, ZERO } from '../exact.ts';
import type { Finding } from '../finding.ts';
import { nameOf } from '../narration/show.ts';
import { amount, sourcesOf } from './describe.ts';

type Declared<K extends Check['kind']> = Extract<Check, { kind: K }>;

/** whole = Σ parts, for each body that answers the whole. */
export function checkParts(book: Book, check: Declared<'parts'>): readonly Finding[] {
  return scopesOf(book, check.whole).flatMap((scope) => {
    const whole = known(book, check.whole, scope);
    const parts = check.parts.map((part) => known(book, part, scope));
    if (!whole || !parts.every((part) => part !== undefined)) return [];
    const total = sum(parts.map((part) => part.value));
    if (total.equals(whole.value)) return [];
    const places = parts.map((part) => sourcesOf(book, part.id));
    const own = sourcesOf(book, whole.id);
    return [
      hard(
        `${check.id}:${scope || 'all'}`,
        check.id,
        `${own.text} không bằng tổng các thành phần là ${amount(total)} (${places.map(({ text }) => text).join('; ')}).`,
        [own, ...places],
      ),
    ];
  });
}

/** part ≤ whole, for each body and in total. */
export function checkAtMost(book: Book, check: Declared<'at-most'>): readonly Finding[] {
  const findings = scopesOf(book, check.part).flatMap((scope) => partAboveWhole(book, check, scope));
  return findings.length > 0 ? findings : partAboveWhole(book, check, '');
}

function partAboveWhole(book: Book, check: Declared<'at-most'>, scope: string): readonly Finding[] {
  const part = known(book, check.part, scope);
  const whole = known(book, check.whole, scope);
  if (!part || !whole || part.value.compare(whole.value) <= 0) return [];
  const [small, large] = [sourcesOf(book, part.id), sourcesOf(book, whole.id)];
  const message = `${part.indicator.label} (${amount(part.value)}) lớn hơn ${whole.indicator.label} (${amount(whole.value)}): ${small.text}; trong khi ${large.text}.`;
  return [hard(`${check.id}:${scope || 'all'}`, check.id, message, [small, large])];
}

/** The classes of a status add up to the roster: every body stands in exactly one. */
export function checkLadder(book: Book, check: Declared<'ladder'>): readonly Finding[] {
  const indicator = book.indicator(check.indicator);
  const asked = book.index.asked(indicator.code);
  const members = bodiesOf(check.of, book.facts, book.index).bodies.filter((entity) => asked.has(entity));
  const answers = members.map((entity) => ({ entity, answer: book.index.answer(indicator.code, entity) }));
  const outside = answers.filter(
    ({ answer }) =>
      'cell' in answer &&
      !indicator.statuses.some(({ id }) => answer.cell.state === 'value' && answer.cell.value === id),
  );
  if (outside.length === 0) return [];
  const counts = indicator.statuses.map(({ id }) =>
    book.count(book.measure(indicator.code, { scope: check.of, status: id })),
  );
  const total = sum(counts.map(({ value }) => value ?? ZERO));
  const names = outside.map(({ entity }) => nameOf(book, entity)).join(', ');
  const forms = [...new Set(answers.map(({ answer }) => answer.form))].join(', ');
  return [
    {
      id: `${check.id}:${indicator.code}`,
      check: check.id,
      severity: 'hard',
      message: `${indicator.label} (biểu ${forms}): các mức cộng lại được ${amount(total)} (${counts.map(({ value }) => amount(value ?? ZERO)).join(' + ')}) trong khi có ${members.length} đơn vị; chưa thuộc mức nào: ${names}.`,
      places: outside.map(({ entity, answer }) => ({ kind: 'form', form: answer.form, entity })),
    },
  ];
}

/** A list is as long as its count; one that is not exhaustive is at most as long. */
export function checkListLength(book: Book, check: Declared<'list-length'>): readonly Finding[] {
  const count = known(book, check.count, '');
  const { rows, lacking } = matchingRows(book, check.rows);
  if (!count || lacking.length > 0) return [];
  const order = exact(String(rows.length)).compare(count.value);
  if (order === 0 || (order < 0 && !check.exhaustive)) return [];
  const own = sourcesOf(book, count.id);
  const [first] = rows;
  const where = first
    ? `bảng ${check.rows.table} của biểu ${first.form}, ${nameOf(book, first.entity)}`
    : `bảng ${check.rows.table}`;
  for (const row of rows) recordRow(book, row, check.rows.table);
  return [
    hard(`${check.id}:${check.count}`, check.id, `${own.text} nhưng ${where} liệt kê ${rows.length} dòng.`, [
      own,
    ]),
  ];
}

/** Each body that is asked; a single body stands for all. */
export function scopesOf(book: Book, indicator: string): readonly string[] {
  const asked = book.index.asked(indicator);
  return asked.size > 0 ? [...asked] : [''];
}

export function known(book: Book, indicator: string, scope: string): KnownAggregate | undefined {
  return usable(book.value(book.measure(indicator, { scope })));
}

export function hard(
  id: string,
  check: string,
  message: string,
  sources: readonly { readonly places: Finding['places'] }[],
): Finding {
  const text = message.slice(0, 1).toLocaleUpperCase('vi') + message.slice(1);
  return {
    id,
    check,
    severity: 'hard',
    message: `${text} Đề nghị kiểm tra lại cả hai chỗ.`,
    places: sources.flatMap(({ places }) => places),
  };
}
