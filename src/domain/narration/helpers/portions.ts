/** Helpers that hold one value against another of the same period: portion and compare. */
import { isKnown, type Aggregate, type KnownAggregate } from '../../aggregation/measure.ts';
import { isGoalBroken, recordBreaks } from '../../aggregation/series-break.ts';
import { canonical, exact, round } from '../../exact.ts';
import type { Run } from '../../model/report-model.ts';
import { goalOf, NO_GOAL } from '../goals.ts';
import { measureOf } from '../measures.ts';
import { helper, numberOption, textOption, type HelperOptions, type Narrator } from '../narrator.ts';
import { displayOptions, missingRun, showNumber, showWords } from '../show.ts';
import { changesInPoints, measureChange, timesOf, type ChangeKind } from './changes.ts';

const DECIMALS = 1;

/** "31,4%": what a body, block or class is of the whole. */
export const portion = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const part = book.value(measureOf(narrator, code, options));
  const whole = book.value({ ...part.measure, scope: textOption(options, 'in') ?? '' });
  const gap = firstGap(narrator, [part, whole]);
  if (gap) return sink.emit(gap);
  if (!isKnown(part) || !isKnown(whole) || whole.value.equals(0))
    return sink.emit(missingRun(book, { ...whole, gap: 'zero-base' }));
  const value = part.value.div(whole.value).mul(100);
  const id = book.ledger.add({
    id: `portion:${part.id}/${whole.id}`,
    kind: 'ratio',
    formula: '100 × phần ÷ tổng',
    inputs: [part.id, whole.id],
    value: canonical(value),
    unit: '%',
  });
  return sink.emit(
    showNumber(book, id, value, { decimals: DECIMALS, ...displayOptions(options), suffix: '%' }),
  );
});

/** "cao hơn", "thấp hơn 2,3 điểm phần trăm", "gấp 4,3 lần": the word comes from the numbers, never from the text. */
export const compare = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const one = book.value(measureOf(narrator, code, options));
  if (textOption(options, 'goal') === 'true') return sink.emit(besideGoal(narrator, one, code, options));
  const other = book.value({
    ...one.measure,
    indicator: textOption(options, 'with') ?? code,
    scope: textOption(options, 'withOf') ?? '',
  });
  const gap = firstGap(narrator, [one, other]);
  if (gap) return sink.emit(gap);
  if (!isKnown(one) || !isKnown(other)) return '';
  return sink.emit(comparison(narrator, one, other, options));
});

/** "vượt 2,3 điểm phần trăm": beside the goal of the year. */
function besideGoal(narrator: Narrator, result: Aggregate, code: string, options: HelperOptions): Run {
  const { book } = narrator;
  const goal = goalOf(narrator, code, options);
  if (!goal) return { kind: 'missing', text: NO_GOAL };
  if (!isKnown(result) || result.state === 'missing') return missingRun(book, result);
  if (isGoalBroken(book, result.measure, goal.year)) {
    recordBreaks(book, result.measure, result.measure, true);
    return showWords(book, [result.id], 'không so sánh được do thay đổi cách tính');
  }
  return comparison(narrator, result, { id: goal.id, value: exact(goal.value) }, options);
}

function comparison(
  narrator: Narrator,
  one: KnownAggregate,
  other: Pick<KnownAggregate, 'id' | 'value'>,
  options: HelperOptions,
): Run {
  const { book } = narrator;
  const kind = (textOption(options, 'as') ?? 'word') as ChangeKind | 'word';
  if (kind !== 'amount' && kind !== 'word' && other.value.equals(0) && kind !== 'points')
    return showWords(book, [one.id, other.id], 'không so sánh được do số gốc bằng không');
  const same = textOption(options, 'same') ?? 'bằng';
  if (kind === 'times') return timesOf(narrator, one, other, options, same);
  const { delta, value, id } = measureChange(book, one, other, kind === 'word' ? 'amount' : kind);
  if (delta.equals(0)) return showWords(book, [id], same);
  const word =
    delta.compare(0) > 0
      ? (textOption(options, 'more') ?? 'cao hơn')
      : (textOption(options, 'less') ?? 'thấp hơn');
  if (kind === 'word') return showWords(book, [id], word);
  const decimals =
    numberOption(options, 'decimals') ?? (kind === 'percent' ? DECIMALS : one.indicator.decimals);
  const style = displayOptions(options);
  const scale = kind === 'amount' && one.indicator.scale ? { scale: one.indicator.scale } : {};
  const isSmall = (style.scale ?? scale.scale ?? style.place) === undefined;
  if (isSmall && round(value, decimals, 'half-up').equals(0))
    return showWords(book, [id], `${word} không đáng kể`);
  const suffix = { percent: '%', points: ' điểm phần trăm', amount: '' }[kind];
  return showNumber(book, id, value.abs(), {
    ...scale,
    ...style,
    decimals,
    prefix: `${word} `,
    suffix,
    pad: kind === 'amount' && !changesInPoints(one.indicator),
  });
}

/** The mark of the first value that is not there, or may not be printed. */
function firstGap({ book }: Narrator, values: readonly Aggregate[]): Run | undefined {
  const lacking = values.find((value) => !isKnown(value) || value.state === 'missing');
  return lacking && missingRun(book, lacking);
}
