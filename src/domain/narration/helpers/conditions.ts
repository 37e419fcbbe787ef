/** Helpers that choose what is said by a figure: ifChange by the sign of a change, ifReached by a goal. */
import { bodiesChanged } from '../../aggregation/bodies-changed.ts';
import { isKnown } from '../../aggregation/measure.ts';
import { isBroken, isGoalBroken, recordBreaks } from '../../aggregation/series-break.ts';
import { exact } from '../../exact.ts';
import { goalOf, NO_GOAL } from '../goals.ts';
import { measureOf, measureThen } from '../measures.ts';
import { branch, helper, textOption } from '../narrator.ts';
import { missingRun } from '../show.ts';
import { directionOf } from './changes.ts';

const DIRECTIONS: Readonly<Record<string, number>> = { tăng: 1, giảm: -1, 'không thay đổi': 0 };

/** Without anything to compare with neither branch would be true, and nothing is printed. */
export const ifChange = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const now = book.value(measureOf(narrator, code, options));
  const then = book.value(measureThen(now.measure, textOption(options, 'versus') ?? 'previous'));
  if (!isKnown(now) || now.state === 'missing') return sink.emit(missingRun(book, now));
  if (isBroken(book, now, then)) {
    recordBreaks(book, now.measure, then.measure, true);
    return '';
  }
  if (!isKnown(then) || bodiesChanged(book, now, then)) return '';
  return branch(options, Math.sign(directionOf(now, then)) === DIRECTIONS[textOption(options, 'is') ?? '']);
});

/** A goal is reached from its value on; a place in a ranking, and what is to stay low, up to it. */
export const ifReached = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const result = book.value(measureOf(narrator, code, options));
  const goal = goalOf(narrator, code, options);
  if (!goal) return sink.emit({ kind: 'missing', text: NO_GOAL });
  if (!isKnown(result) || result.state === 'missing') return sink.emit(missingRun(book, result));
  if (isGoalBroken(book, result.measure, goal.year)) {
    recordBreaks(book, result.measure, result.measure, true);
    return '';
  }
  const isLimit = textOption(options, 'atMost') === 'true' || result.indicator.rank;
  const order = result.value.compare(exact(goal.value));
  return branch(options, isLimit ? order <= 0 : order >= 0);
});
