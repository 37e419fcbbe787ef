/** Charts as data: which values, which words, which ticks. Drawing them is the renderer's work. */
import type { Book } from '../aggregation/book.ts';
import type { Aggregate } from '../aggregation/measure.ts';
import { bodiesOf } from '../aggregation/scope.ts';
import { recordBreaks } from '../aggregation/series-break.ts';
import type { Completeness, OwedForm } from '../completeness.ts';
import type { ChartDefinition, Form } from '../definition.ts';
import { exact } from '../exact.ts';
import { nameOf, showAggregate } from '../narration/show.ts';
import { writeNumber } from '../numbers/write-number.ts';
import { owedOverTime } from '../owed-over-time.ts';
import { previousPeriod, shortPeriodName, type PeriodId } from '../period.ts';
import { words } from './annexes/cells.ts';
import { countSubmissions, OUTCOMES } from './outcomes.ts';
import type { Chart, ChartSeries, Runs } from './report-model.ts';

const FEWEST_POINTS = 2;

/**
 * The chart, or nothing for a trend of which fewer than two values are known: one point is no line.
 * @throws RangeError for a chart that the definition does not have.
 */
export function chartBlocks(book: Book, completeness: Completeness, id: string): readonly Chart[] {
  const definition = book.facts.definition.charts.find((one) => one.id === id);
  if (!definition) throw new RangeError(`chart ${id} does not exist`);
  switch (definition.kind) {
    case 'trend':
      return trend(book, definition);
    case 'bodies':
      return [bodies(book, definition)];
    case 'completeness':
      return [standing(book, completeness, definition)];
  }
}

function trend(book: Book, definition: Extract<ChartDefinition, { kind: 'trend' }>): readonly Chart[] {
  const periods: string[] = [book.facts.period.id];
  while (periods.length < definition.periods) periods.unshift(previousPeriod(periods[0] as string));
  const scope = definition.of ?? '';
  const { indicator } = definition;
  // A line over a break would show a rise or a fall that nobody measured.
  const now = book.measure(indicator, { scope });
  const values = periods.map((period) => {
    const measure = { ...now, period };
    // A line that begins at a break is explained in the notes.
    if (recordBreaks(book, now, measure).length > 0) return undefined;
    return book.value(measure);
  });
  const { label, unit } = book.indicator(indicator);
  const series = {
    name: words(label),
    values: values.map((value) => (value ? drawn(value) : null)),
    labels: values.map((value) => (value ? labelled(book, value) : [])),
  };
  if (series.values.filter((value) => value !== null).length < FEWEST_POINTS) return [];
  return [chart(definition, 'line', unit, periods.map(category), [series])];
}

/** One column a body, from the largest; bodies without a value stand last. */
function bodies(book: Book, definition: Extract<ChartDefinition, { kind: 'bodies' }>): Chart {
  const byName = new Intl.Collator('vi');
  const { bodies: known, undecided } = bodiesOf(book, definition.of);
  const values = [...known, ...undecided.map(({ entity }) => entity)]
    .map((entity) => ({
      name: nameOf(book, entity),
      value: drawn(book.value(book.measure(definition.indicator, { scope: entity }))),
    }))
    .sort(
      (left, right) =>
        (right.value ?? -Infinity) - (left.value ?? -Infinity) || byName.compare(left.name, right.name),
    );
  const { label, unit } = book.indicator(definition.indicator);
  const series = { name: words(label), values: values.map(({ value }) => value), labels: [] };
  return chart(
    definition,
    'column',
    unit,
    values.map(({ name }) => words(name)),
    [series],
  );
}

/** A bar for each form that a roster owes, and one for the forms that single bodies owe. */
function standing(
  book: Book,
  completeness: Completeness,
  definition: Extract<ChartDefinition, { kind: 'completeness' }>,
): Chart {
  const { forms, entities } = book.facts.definition;
  const owedOf = ({ id }: Form): readonly OwedForm[] => owedOverTime(completeness, id, entities);
  const shared = forms.filter(({ roster }) => roster !== undefined);
  const groups = [
    ...shared.map((form) => ({ name: form.title, owed: owedOf(form) })),
    {
      name: 'Biểu mẫu của từng cơ quan',
      owed: forms.filter(({ roster }) => roster === undefined).flatMap(owedOf),
    },
  ].filter(({ owed }) => owed.length > 0);
  const series = OUTCOMES.map(({ label, includes }) => ({
    name: words(label),
    values: groups.map(({ owed }) => owed.filter(includes).length),
    labels: groups.map(({ name, owed }) => countLabel(book, `${name}/${label}`, owed.filter(includes))),
  })).filter(({ values }) => values.some((value) => value > 0));
  return chart(
    definition,
    'stacked',
    'phiếu',
    groups.map(({ name }) => words(name)),
    series,
  );
}

function countLabel(book: Book, id: string, owed: readonly OwedForm[]): Runs {
  return owed.length === 0 ? [] : [countSubmissions(book, id, owed)];
}

function chart(
  { id, caption, description }: ChartDefinition,
  form: Chart['form'],
  unit: string,
  categories: readonly Runs[],
  series: readonly ChartSeries[],
): Chart {
  const heights =
    form === 'stacked'
      ? categories.map((_, index) => series.reduce((total, { values }) => total + (values[index] ?? 0), 0))
      : series.flatMap(({ values }) => values.map((value) => value ?? 0));
  return {
    kind: 'chart',
    id,
    form,
    caption: words(caption),
    unit,
    categories,
    ticks: ticksUpTo(Math.max(...heights, 0)),
    series,
    description,
  };
}

/** Up to six even steps of 1, 2, 2,5 or 5 (times a power of ten), from zero to the largest value or just above it. */
export function ticksUpTo(largest: number): Chart['ticks'] {
  const rough = (largest > 0 ? largest : 1) / 5;
  const power = Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5].find((size) => size * 10 ** power >= rough * 0.999) ?? 10;
  const step = factor * 10 ** power;
  const decimals = Math.max(0, (factor === 10 ? -1 : 0) - power + (factor === 2.5 ? 1 : 0));
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => {
    const text = (index * step).toFixed(decimals);
    const { text: label } = writeNumber(exact(text), { decimals });
    return { value: Number(text), label: [{ kind: 'label', text: label }] as Runs };
  });
}

/** "10/2024" for a month, whose axis is narrow; "quý III/2024" and the like for the others. */
function category(period: PeriodId): Runs {
  return [{ kind: 'label', text: shortPeriodName(period).replace(/^tháng /, '') }];
}

function labelled(book: Book, value: Aggregate): Runs {
  return value.value === null || value.state === 'missing'
    ? []
    : [showAggregate(book, value, { pad: false, scale: 'none' })];
}

/** A float for drawing only. */
function drawn({ value, state }: Aggregate): number | null {
  return value === null || state === 'missing' ? null : value.valueOf();
}
