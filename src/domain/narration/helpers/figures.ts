/** Helpers that print one value: figure, outOf, target, achieved, series. */
import type { Book } from '../../aggregation/book.ts';
import { canonical, exact, round } from '../../exact.ts';
import type { Run } from '../../model/report-model.ts';
import type { Aggregate } from '../../aggregation/measure.ts';
import { isGoalBroken, recordBreaks } from '../../aggregation/series-break.ts';
import type { Scale } from '../../definition.ts';
import { writeNumber } from '../../numbers/write-number.ts';
import { yearAgo } from '../../period.ts';
import { averageOf, DAYS, MONTHS } from '../averages.ts';
import { goalOf, NO_GOAL } from '../goals.ts';
import { measureOf, yearsBack } from '../measures.ts';
import { helper, numberOption, textOption } from '../narrator.ts';
import {
  displayOptions,
  missingRun,
  showAggregate,
  showNumber,
  showWords,
  type DisplayOptions,
} from '../show.ts';

export const figure = helper((narrator, [code = ''], options) => {
  const aggregate = narrator.book.value(measureOf(narrator, code, options));
  const per = textOption(options, 'per');
  const shown =
    per === undefined ? aggregate : averageOf(narrator.book, aggregate, per === 'day' ? DAYS : MONTHS);
  const show = textOption(options, 'as') === 'change' ? showGrowth : showAggregate;
  return narrator.sink.emit(show(narrator.book, shown, displayOptions(options)));
});

/** "tăng 0,36%", "giảm 2,3%", "không thay đổi": a value that is itself a rate of growth. */
function showGrowth(book: Book, aggregate: Aggregate, style: DisplayOptions): Run {
  const { value, indicator, id } = aggregate;
  if (value === null || aggregate.state === 'missing') return showAggregate(book, aggregate, style);
  if (value.equals(0)) return showWords(book, [id], 'không thay đổi');
  const verb = value.compare(0) > 0 ? 'tăng' : 'giảm';
  const whole = style.scale ?? indicator.scale ?? style.place;
  // One too small for the decimals shown would read "tăng 0,0%".
  if (whole === undefined && round(value, style.decimals ?? indicator.decimals, 'half-up').equals(0))
    return showWords(book, [id], `${verb} không đáng kể`);
  return showAggregate(book, { ...aggregate, value: value.abs() }, { ...style, prefix: `${verb} ` });
}

export const outOf = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const part = book.value(measureOf(narrator, code, options));
  const whole = book.value({ ...part.measure, indicator: part.indicator.outOf ?? code });
  if (part.value === null || part.state === 'missing') return sink.emit(missingRun(book, part));
  const shown = showAggregate(book, whole, { pad: false });
  if (shown.kind === 'missing' || !('ledger' in shown)) return sink.emit(shown);
  const first = sink.emit(showAggregate(book, part, { pad: false }));
  return `${first}/${sink.emit(shown)}`;
});

export const target = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const goal = goalOf(narrator, code, options);
  if (!goal) return sink.emit({ kind: 'missing', text: NO_GOAL });
  const { decimals, scale, unit } = book.indicator(code);
  const asked = displayOptions(options);
  const style = { ...(scale === undefined ? {} : { scale }), ...asked };
  const shown = { decimals: fewestDecimals(goal.value, decimals, style.scale), ...style };
  return sink.emit(
    showNumber(book, goal.id, exact(goal.value), { ...shown, suffix: unit === '%' ? '%' : '' }),
  );
});

export const achieved = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const result = book.value(measureOf(narrator, code, options));
  const goal = goalOf(narrator, code, options);
  if (!goal) return sink.emit({ kind: 'missing', text: NO_GOAL });
  if (result.value === null || result.state === 'missing') return sink.emit(missingRun(book, result));
  if (isGoalBroken(book, result.measure, goal.year)) {
    recordBreaks(book, result.measure, result.measure, true);
    return sink.emit(showWords(book, [result.id], 'không so sánh được do thay đổi cách tính'));
  }
  const wanted = exact(goal.value);
  if (wanted.equals(0)) return sink.emit({ kind: 'missing', text: '[không tính được: mục tiêu bằng không]' });
  const value = result.value.div(wanted).mul(100);
  const id = book.ledger.add({
    id: `achieved:${result.id}`,
    kind: 'ratio',
    formula: '100 × kết quả ÷ mục tiêu',
    inputs: [result.id, goal.id],
    value: canonical(value),
    unit: '%',
  });
  return sink.emit(
    showNumber(book, id, value, { decimals: numberOption(options, 'decimals') ?? 1, suffix: '%' }),
  );
});

export const series = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const measure = measureOf(narrator, code, options);
  const years = Array.from({ length: numberOption(options, 'years') ?? 1 }, (_, index) => index).reverse();
  const last = yearAgo(textOption(options, 'by') === 'year' ? measure.period.slice(0, 4) : measure.period);
  return years
    .map((back) => {
      const period = yearsBack(last, back);
      recordBreaks(book, measure, { ...measure, period });
      const value = showAggregate(book, book.value({ ...measure, period }), displayOptions(options));
      return `${sink.emit({ kind: 'date', text: `năm ${period.slice(0, 4)}` })}: ${sink.emit(value)}`;
    })
    .join(textOption(options, 'join') ?? '; ');
});

/** A goal is printed as it was set, 30% and 1,5 triệu, not 30,00% and 1,50 triệu; with the given decimals at most. */
function fewestDecimals(value: string, decimals: number, scale: Scale | 'none' = 'none'): number {
  const isWhole = (places: number): boolean =>
    writeNumber(exact(value), { decimals: places, scale }).shown === canonical(exact(value));
  return Array.from({ length: decimals }, (_, places) => places).find(isWhole) ?? decimals;
}
