/** Helpers that compare: change, base and ifComparable. The verb comes from the sign, never from the text. */
import { bodiesChanged, recordBodiesChanged } from '../../aggregation/bodies-changed.ts';
import { isKnown, type KnownAggregate } from '../../aggregation/measure.ts';
import { isBroken, recordBreaks, recordIncomparable } from '../../aggregation/series-break.ts';
import type { Indicator } from '../../definition.ts';
import { canonical, round, type Exact, type Rounding } from '../../exact.ts';
import type { Run } from '../../model/report-model.ts';
import { roundingOf } from '../../numbers/write-number.ts';
import { measureOf, measureThen } from '../measures.ts';
import { branch, helper, numberOption, textOption, type HelperOptions, type Narrator } from '../narrator.ts';
import { displayOptions, missingRun, showAggregate, showNumber, showWords } from '../show.ts';

export type ChangeKind = 'percent' | 'points' | 'times' | 'amount';

const PERCENT_DECIMALS = 1;
const TIMES_DECIMALS = 1;
const MOST_TIMES_DECIMALS = 2;
/** What a rise or a fall in a ranking is counted in. */
export const PLACES = ' bậc';

export const base = helper((narrator, [code = ''], options) => {
  const now = measureOf(narrator, code, options);
  const then = narrator.book.value(measureThen(now, versusOf(options)));
  recordBreaks(narrator.book, now, then.measure);
  return narrator.sink.emit(showAggregate(narrator.book, then, displayOptions(options)));
});

export const change = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const now = book.value(measureOf(narrator, code, options));
  const then = book.value(measureThen(now.measure, versusOf(options)));
  if (!isKnown(now) || now.state === 'missing') return sink.emit(missingRun(book, now));
  if (isBroken(book, now, then)) {
    return sink.emit(
      showWords(book, [recordIncomparable(book, now, then)], 'không so sánh được do thay đổi cách tính'),
    );
  }
  if (bodiesChanged(book, now, then)) {
    return sink.emit(
      showWords(book, [recordBodiesChanged(book, now, then)], 'không so sánh được do sắp xếp đơn vị'),
    );
  }
  if (!isKnown(then)) return sink.emit(showWords(book, [now.id], 'chưa có số liệu để so sánh'));
  const kind = (textOption(options, 'as') ?? usualKind(now.indicator)) as ChangeKind;
  if (then.value.equals(0) && (kind === 'percent' || kind === 'times')) {
    return sink.emit(
      showWords(book, [now.id, then.id], 'không tính được tỷ lệ thay đổi do số kỳ gốc bằng không'),
    );
  }
  insist(narrator, now, then, options);
  return sink.emit(
    kind === 'times'
      ? timesOf(narrator, now, then, options, 'không thay đổi')
      : difference(narrator, now, then, kind, options),
  );
});

/** Only the base is asked for: a value of this period that is still waited for says so within the content. */
export const ifComparable = helper((narrator, [code = ''], options) => {
  const now = narrator.book.value(measureOf(narrator, code, options));
  const then = narrator.book.value(measureThen(now.measure, versusOf(options)));
  const broken = isBroken(narrator.book, now, then);
  if (broken) recordBreaks(narrator.book, now.measure, then.measure, true);
  const changed = bodiesChanged(narrator.book, now, then);
  return branch(options, isKnown(then) && !then.value.equals(0) && !broken && !changed);
});

/** "tăng 10,42%", "giảm 2,1 điểm phần trăm", "tăng 1,2 triệu", "tăng 03", "tăng 02 bậc", "không thay đổi". */
function difference(
  { book }: Narrator,
  now: KnownAggregate,
  then: KnownAggregate,
  kind: Exclude<ChangeKind, 'times'>,
  options: HelperOptions,
): Run {
  const { delta, value, id } = measureChange(book, now, then, kind);
  if (delta.equals(0)) return showWords(book, [id], 'không thay đổi');
  const verb = directionOf(now, then) > 0 ? 'tăng' : 'giảm';
  const bare = textOption(options, 'bare') === 'true';
  const decimals =
    numberOption(options, 'decimals') ?? (kind === 'percent' ? PERCENT_DECIMALS : now.indicator.decimals);
  const scale = kind === 'amount' && now.indicator.scale ? { scale: now.indicator.scale } : {};
  const style = { ...scale, ...displayOptions(options), decimals };
  // A change too small for the decimals shown would read "tăng 0,0%".
  if (kind !== 'amount' && round(value, decimals, 'half-up').equals(0)) {
    return showWords(book, [id], `${verb} không đáng kể`);
  }
  const { rank } = now.indicator;
  const suffix = { percent: '%', points: ' điểm phần trăm', amount: rank ? PLACES : '' }[kind];
  const pad = kind === 'amount' && !changesInPoints(now.indicator);
  return showNumber(book, id, value.abs(), { ...style, prefix: bare ? '' : `${verb} `, suffix, pad });
}

/** The change of a value as a ledger entry: in percent of the base, in points, or in units. */
export function measureChange(
  book: Narrator['book'],
  now: Pick<KnownAggregate, 'id' | 'value'>,
  then: Pick<KnownAggregate, 'id' | 'value'>,
  kind: Exclude<ChangeKind, 'times'>,
): { readonly delta: Exact; readonly value: Exact; readonly id: string } {
  const delta = now.value.sub(then.value);
  const value = kind === 'percent' ? delta.div(then.value.abs()).mul(100) : delta;
  const id = book.ledger.add({
    id: `change:${kind}:${now.id}→${then.id}`,
    kind: 'change',
    formula: kind === 'percent' ? '100 × (a − b) ÷ |b|' : 'a − b',
    inputs: [now.id, then.id],
    value: canonical(value),
    ...(kind === 'percent' ? { unit: '%' } : {}),
  });
  return { delta, value, id };
}

/** Above zero for a rise: to a larger value, or to a better place, which is a smaller number. */
export function directionOf(
  now: Pick<KnownAggregate, 'value' | 'indicator'>,
  then: Pick<KnownAggregate, 'value'>,
): number {
  const order = now.value.compare(then.value);
  return now.indicator.rank ? -order : order;
}

/** What is measured in percent changes by percentage points; a percent of it would be misread. */
export function changesInPoints({ unit }: Pick<Indicator, 'unit'>): boolean {
  return unit === '%';
}

function usualKind(indicator: Indicator): ChangeKind {
  if (indicator.rank) return 'amount';
  return changesInPoints(indicator) ? 'points' : 'percent';
}

/** "gấp 1,3 lần", "gấp gần 2 lần", "bằng 0,8 lần", or the word for the same; what is next to once has a second decimal. */
export function timesOf(
  { book }: Narrator,
  now: Pick<KnownAggregate, 'id' | 'value'>,
  then: Pick<KnownAggregate, 'id' | 'value'>,
  options: HelperOptions,
  same: string,
): Run {
  if (now.value.equals(then.value)) {
    return showWords(book, [measureChange(book, now, then, 'amount').id], same);
  }
  const value = now.value.div(then.value);
  const id = book.ledger.add({
    id: `times:${now.id}→${then.id}`,
    kind: 'change',
    formula: 'a ÷ b',
    inputs: [now.id, then.id],
    value: canonical(value),
    unit: 'lần',
  });
  const style = displayOptions(options);
  const { shown, decimals } = roundedTimes(value, style.decimals ?? TIMES_DECIMALS, roundingOf(style.word));
  const isMore = value.compare(1) > 0;
  if (shown.equals(1)) return showWords(book, [id], `${isMore ? 'tăng' : 'giảm'} không đáng kể`);
  return showNumber(book, id, value, {
    ...style,
    decimals,
    prefix: isMore ? 'gấp ' : 'bằng ',
    suffix: ' lần',
    pad: false,
  });
}

/** A round multiple has no decimals; one that would read as once or as nothing has more than were asked for. */
function roundedTimes(
  value: Exact,
  asked: number,
  rounding: Rounding,
): { readonly shown: Exact; readonly decimals: number } {
  const most = Math.max(asked, MOST_TIMES_DECIMALS);
  for (let decimals = asked; ; decimals += 1) {
    const shown = round(value, decimals, rounding);
    if (decimals < most && (shown.equals(1) || shown.equals(0))) continue;
    return { shown, decimals: shown.d === 1n ? 0 : decimals };
  }
}

/** A text that insists on a verb which the numbers contradict is a hard finding. */
function insist(narrator: Narrator, now: KnownAggregate, then: KnownAggregate, options: HelperOptions): void {
  const wanted = textOption(options, 'verb');
  const sign = directionOf(now, then);
  if (wanted === undefined || (wanted === 'tăng' ? sign > 0 : sign < 0)) return;
  const { file } = narrator;
  const { line } = options.loc.start;
  const really = sign === 0 ? 'không thay đổi' : sign > 0 ? 'tăng' : 'giảm';
  const [current, former] = [canonical(now.value), canonical(then.value)];
  narrator.findings.push({
    id: `verb:${file}:${line}:${now.indicator.code}`,
    check: 'verb',
    severity: 'hard',
    message: `${file}:${line}: câu viết “${wanted}” nhưng ${now.indicator.label} ${really} (từ ${former} thành ${current}). Đề nghị sửa câu hoặc kiểm tra lại số liệu.`,
    places: [
      { kind: 'text', file, line },
      { kind: 'computed', ledger: now.id, value: current },
      { kind: 'computed', ledger: then.id, value: former },
    ],
  });
}

function versusOf(options: HelperOptions): string {
  return textOption(options, 'versus') ?? 'previous';
}
