/** Helpers that print one value: figure, outOf, target, achieved, series. */
import { canonical, exact } from '../../exact.ts';
import type { Aggregate } from '../../aggregation/measure.ts';
import { windowEnd } from '../../aggregation/total.ts';
import { daysBetween } from '../../dates.ts';
import { measureId } from '../../aggregation/measure.ts';
import { yearAgo, yearStart } from '../../period.ts';
import { measureOf, yearsBack } from '../measures.ts';
import { helper, numberOption, textOption, type HelperOptions, type Narrator } from '../narrator.ts';
import { displayOptions, missingRun, showAggregate, showNumber } from '../show.ts';

export const figure = helper((narrator, [code = ''], options) => {
  const aggregate = narrator.book.value(measureOf(narrator, code, options));
  const shown = textOption(options, 'per') === 'day' ? perDay(narrator, aggregate, options) : aggregate;
  return narrator.sink.emit(showAggregate(narrator.book, shown, displayOptions(options)));
});

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
  if (!goal) return sink.emit({ kind: 'missing', text: '[chưa có mục tiêu]' });
  const { decimals, unit } = book.indicator(code);
  const shown = { decimals: fewestDecimals(goal.value, decimals), ...displayOptions(options) };
  return sink.emit(
    showNumber(book, goal.id, exact(goal.value), { ...shown, suffix: unit === '%' ? '%' : '' }),
  );
});

export const achieved = helper((narrator, [code = ''], options) => {
  const { book, sink } = narrator;
  const result = book.value(measureOf(narrator, code, options));
  const goal = goalOf(narrator, code, options);
  if (!goal) return sink.emit({ kind: 'missing', text: '[chưa có mục tiêu]' });
  if (result.value === null || result.state === 'missing') return sink.emit(missingRun(book, result));
  const value = result.value.div(exact(goal.value)).mul(100);
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
  const last = textOption(options, 'each') === 'year-end' ? yearStart : yearAgo;
  return years
    .map((back) => {
      const period = yearsBack(last(measure.period), back);
      const value = showAggregate(book, book.value({ ...measure, period }), displayOptions(options));
      return `${sink.emit({ kind: 'date', text: `năm ${period.slice(0, 4)}` })}: ${sink.emit(value)}`;
    })
    .join(textOption(options, 'join') ?? '; ');
});

/** Average per day over the days of the indicator's window, both ends counted. */
function perDay(narrator: Narrator, aggregate: Aggregate, options: HelperOptions): Aggregate {
  const { book } = narrator;
  const window = book.facts.period.windows[aggregate.indicator.window];
  if (aggregate.value === null || !window) return aggregate;
  const ytd = textOption(options, 'span') === 'ytd';
  const from = ytd ? `${window.to.slice(0, 4)}-01-01` : window.from;
  const days = daysBetween(from, windowEnd(book, aggregate.indicator));
  const daysId = book.ledger.add({
    id: `days:${from}/${window.to}`,
    kind: 'days',
    formula: 'số ngày của kỳ số liệu',
    inputs: [],
    value: String(days),
  });
  const value = aggregate.value.div(exact(String(days)));
  const id = book.ledger.add({
    id: `per-day:${measureId(aggregate.measure)}`,
    kind: 'ratio',
    formula: 'tổng ÷ số ngày',
    inputs: [aggregate.id, daysId],
    value: canonical(value),
    unit: aggregate.indicator.unit,
  });
  return { ...aggregate, id, value };
}

function goalOf(
  { book }: Narrator,
  code: string,
  options: HelperOptions,
): { readonly id: string; readonly value: string } | undefined {
  const year = textOption(options, 'year') ?? book.facts.period.id.slice(0, 4);
  const goal = book.indicator(code).targets.find((given) => given.year === year);
  if (!goal) return undefined;
  const id = book.ledger.add({
    id: `target:${code}/${year}`,
    kind: 'target',
    formula: goal.source,
    inputs: [],
    value: goal.value,
    unit: book.indicator(code).unit,
  });
  return { id, value: goal.value };
}

/** A goal is printed as it was set: 30%, not 30,00%. */
function fewestDecimals(value: string, decimals: number): number {
  return Math.min(decimals, value.split('.')[1]?.length ?? 0);
}
