/** What the notes say of bodies that merged: which earlier values are of whom, and which do not compare. */
import { comparisonsLeftOut, type LeftOut } from '../../aggregation/bodies-changed.ts';
import type { Book } from '../../aggregation/book.ts';
import { lineOf } from '../../aggregation/predecessors.ts';
import { hasRestated } from '../../aggregation/restated.ts';
import { timeOf } from '../../aggregation/rosters-then.ts';
import { addDays, shortDate, type IsoDate } from '../../dates.ts';
import { entityById, existsOn } from '../../entity.ts';
import { exact } from '../../exact.ts';
import type { Restatement } from '../../ledger.ts';
import { nameOf, showNumber } from '../../narration/show.ts';
import { versusPeriod } from '../../period.ts';
import type { Block, Run, Runs } from '../report-model.ts';
import { runsOfBlock } from '../runs.ts';
import { words } from './cells.ts';

/** @param printed the blocks of the report whose values are told of */
export function rearrangedItems(book: Book, printed: readonly Block[]): readonly Runs[] {
  const items = [
    ...restatements(book, printed).map((one) => restatedItem(book, one)),
    ...comparisonsLeftOut(book).map((one) => leftOutItem(book, one)),
  ];
  return hasOtherBodies(book) ? [...items, words(WHOLE_BLOCKS)] : items;
}

const WHOLE_BLOCKS = 'Tổng số của một khối ở kỳ trước là tổng của các đơn vị thuộc khối tại thời điểm đó.';

/** True when other bodies, not only other ids, were there in one of the periods that this one is compared with. */
function hasOtherBodies({ facts }: Book): boolean {
  const { entities } = facts.definition;
  const { day: today, era } = timeOf(facts, facts.period.id);
  const linesOn = (day: IsoDate): string =>
    [...new Set(entities.filter((one) => existsOn(one, day)).map(({ id }) => lineOf(entities, id)))]
      .sort()
      .join();
  return (['previous', 'year-ago'] as const).some((versus) => {
    const before = timeOf(facts, versusPeriod(facts.period.id, versus));
    return before.era !== era && linesOn(before.day) !== linesOn(today);
  });
}

interface Restated extends Restatement {
  /** Labels of the indicators. */
  readonly of: ReadonlySet<string>;
}

/** Behind what is printed, each combination of a body and its predecessors once, in the order of the entities. */
function restatements(book: Book, printed: readonly Block[]): readonly Restated[] {
  if (!hasRestated(book)) return [];
  const found = new Map<string, Restatement & { readonly of: Set<string> }>();
  const seen = new Set<string>();
  const open = printed
    .flatMap(runsOfBlock)
    .flatMap((run) => ('ledger' in run && run.ledger !== undefined ? [run.ledger] : []));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const entry = book.ledger.get(id);
    if (!entry) continue;
    open.push(...entry.inputs);
    if (!entry.restated) continue;
    const key = JSON.stringify(entry.restated);
    const known = found.get(key) ?? { ...entry.restated, of: new Set() };
    found.set(key, known);
    if (entry.label !== undefined) known.of.add(entry.label);
  }
  const places = new Map(book.facts.definition.entities.map(({ id }, index) => [id, index]));
  const place = ({ scope }: Restatement): number => places.get(scope) ?? places.size;
  return [...found]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, one]) => one)
    .sort((left, right) => place(left) - place(right));
}

/** "Số liệu trước ngày 01/7/2025 của tỉnh Lào Cai là tổng số của tỉnh Lào Cai và tỉnh Yên Bái trước sắp xếp." */
function restatedItem(book: Book, { scope, from, unasked, of }: Restated): Runs {
  const isWeighed = from.some(({ weight }) => weight !== undefined);
  const isBody = entityById(book.facts.definition.entities, scope) !== undefined;
  const wholeFirst = from.toSorted(
    (left, right) => Number(left.weight !== undefined) - Number(right.weight !== undefined),
  );
  const whose = wholeFirst.flatMap(({ entity, weight }, index): Runs => [
    ...words(index === 0 ? '' : index === from.length - 1 ? ' và ' : ', '),
    ...(weight === undefined
      ? words(isWeighed ? 'toàn bộ số của ' : '')
      : [weightRun(book, weight), ...words(' lần số của ')]),
    ...words(nameOf(book, entity, 'full')),
  ]);
  const made = isWeighed ? 'gồm' : from.length > 1 ? 'là tổng số của' : 'là số của';
  return [
    ...words(isWeighed ? `${[...of].map((label) => `“${label}”`).join(', ')} trước ` : 'Số liệu trước '),
    { kind: 'date', text: `ngày ${shortDate(dayOfChange(book, from))}` },
    ...words(` của ${scopeName(book, scope)} ${made} `),
    ...(isBody ? whose : words('các đơn vị')),
    ...words(' trước sắp xếp'),
    ...basisOf(book, from),
    ...(unasked.length > 0
      ? words(
          `; ${unasked.map((id) => nameOf(book, id, 'full')).join(', ')} khi đó không báo cáo chỉ tiêu này`,
        )
      : []),
    { kind: 'text', text: '.' },
  ];
}

function weightRun(book: Book, id: string): Run {
  const value = book.ledger.get(id)?.value ?? '0';
  return showNumber(book, id, exact(value), { decimals: value.split('.')[1]?.length ?? 0, pad: false });
}

/** What the weights were derived from, as the definition says it. */
function basisOf(book: Book, from: Restatement['from']): Runs {
  return from.flatMap(({ weight }): Runs => {
    const entry = weight === undefined ? undefined : book.ledger.get(weight);
    if (!entry?.label) return [];
    return [
      { kind: 'text', text: ', hệ số theo ' },
      { kind: 'quoted', text: entry.label, ledger: entry.id },
    ];
  });
}

/** The first day on which not all of them were there any more. */
function dayOfChange(book: Book, from: Restatement['from']): IsoDate {
  const last = from
    .flatMap(({ entity }) => entityById(book.facts.definition.entities, entity)?.validTo ?? [])
    .sort()
    .at(-1);
  return last === undefined ? '' : addDays(last, 1);
}

function leftOutItem(book: Book, { indicator, scope, sizes, divided, ledger }: LeftOut): Runs {
  const of = scope === '' ? '' : ` của ${scopeName(book, scope)}`;
  const start = words(`“${indicator.label}”${of} không so sánh được với số liệu trước sắp xếp: `);
  if (divided.length > 0)
    return [
      ...start,
      ...words(
        `${divided.map((id) => nameOf(book, id, 'full')).join(', ')} đã chia cho nhiều đơn vị, chưa có hệ số phân bổ.`,
      ),
    ];
  const [before, now] = (sizes ?? []).map((id) => ({ id, value: book.ledger.get(id)?.value ?? '0' }));
  if (!before || !now || before.value === now.value || now.value === '1' || now.value === '0')
    return [
      ...start,
      { kind: 'quoted', text: 'các đơn vị được tính đã thay đổi', ledger },
      { kind: 'text', text: '.' },
    ];
  const number = ({ id, value }: typeof before): Run => showNumber(book, id, exact(value), { pad: false });
  return [
    ...start,
    ...words('số đơn vị được tính thay đổi từ '),
    number(before),
    ...words(' thành '),
    number(now),
    { kind: 'text', text: '.' },
  ];
}

function scopeName(book: Book, scope: string): string {
  const { report, rosters, entities } = book.facts.definition;
  if (entityById(entities, scope)) return nameOf(book, scope, 'full');
  const label = report.blocks[scope]?.label ?? rosters.find(({ id }) => id === scope)?.label;
  return `khối ${label ?? scope}`;
}
