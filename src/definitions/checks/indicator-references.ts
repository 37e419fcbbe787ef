/** Rules on indicators.yaml: what an indicator names must exist and fit together. */
import type { Indicator } from '../../domain/definition.ts';
import type { Problem } from '../problem.ts';
import { exact } from '../../domain/exact.ts';
import type { CheckContext } from './check-context.ts';
import { spanFault } from './measure-faults.ts';
import { conditionFault } from './row-filter.ts';
import { NATURE_NAMES, unknown } from './wording.ts';

/** Window, parts, whole and primary form exist. */
export function* indicatorReferences({ definition, find, at }: CheckContext): Generator<Problem> {
  const windows = definition.report.windows;
  for (const indicator of Object.values(definition.indicators)) {
    const { code } = indicator;
    // A missing `ky` is named once, in report.yaml.
    if (indicator.window !== 'ky' && !Object.hasOwn(windows, indicator.window))
      yield at(
        'indicators',
        [code, 'window'],
        unknown('khoảng thời gian', indicator.window, Object.keys(windows)),
      );
    for (const [path, named] of namedIndicators(indicator))
      if (!find.indicator(named))
        yield at(
          'indicators',
          [code, ...path],
          unknown('chỉ tiêu', named, Object.keys(definition.indicators)),
        );
    const whole = find.indicator(indicator.outOf ?? '');
    if (whole && !isNumber(whole))
      yield at(
        'indicators',
        [code, 'outOf'],
        `“${whole.code}” phải là chỉ tiêu số phát sinh (flow) hoặc số thời điểm (stock).`,
      );
  }
}

/** Rows that are counted exist, and so do the columns of the conditions. */
export function* countedRows({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const { code, rows } of Object.values(definition.indicators)) {
    if (!rows) continue;
    if (find.tables(rows.table).length === 0)
      yield at('indicators', [code, 'rows', 'table'], unknown('bảng', rows.table, find.tableIds));
    for (const [index, condition] of rows.where.entries()) {
      const fault = conditionFault(find, rows.table, condition);
      if (fault !== undefined) yield at('indicators', [code, 'rows', 'where', index], fault);
    }
  }
}

/** An indicator is derived in one way, and only a ratio has numerator and denominator. */
export function* waysOfDeriving({ definition, at }: CheckContext): Generator<Problem> {
  for (const {
    code,
    unit,
    nature,
    sum,
    difference,
    numerator,
    denominator,
    per,
    rows,
    meets,
  } of Object.values(definition.indicators)) {
    const ways = [
      ...(sum ? ['sum'] : []),
      ...(difference ? ['difference'] : []),
      ...((numerator ?? denominator) === undefined ? [] : ['numerator/denominator']),
      ...(rows ? ['rows'] : []),
      ...(meets ? ['meets'] : []),
    ];
    if (ways.length > 1)
      yield at('indicators', [code], `chỉ tiêu chỉ được tính theo một cách, đang có: ${ways.join(', ')}.`);
    if (nature === 'ratio' && (numerator === undefined || denominator === undefined))
      yield at('indicators', [code], 'chỉ tiêu tỷ lệ (ratio) phải có cả numerator và denominator.');
    if (per !== undefined && (nature !== 'ratio' || unit === '%'))
      yield at(
        'indicators',
        [code, 'per'],
        nature === 'ratio'
          ? 'tỷ lệ có đơn vị “%” đã tính trên 100; vui lòng bỏ per, hoặc ghi đơn vị khác, ví dụ “thuê bao/100 dân”.'
          : 'per chỉ dùng cho chỉ tiêu tỷ lệ (ratio); vui lòng bỏ.',
      );
    if (nature !== 'ratio' && (numerator ?? denominator) !== undefined)
      yield at(
        'indicators',
        [code, 'nature'],
        'chỉ tiêu có numerator, denominator thì nature phải là ratio.',
      );
    if ((sum ?? difference ?? rows) !== undefined && nature !== 'flow' && nature !== 'stock')
      yield at(
        'indicators',
        [code, 'nature'],
        `chỉ tiêu tính từ ${ways.join(', ')} phải có nature là flow hoặc stock; đang là ${nature}.`,
      );
  }
}

/** A limit is on a number, and can be met. */
export function* limits({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const { code, nature, meets } of Object.values(definition.indicators)) {
    if (!meets) continue;
    const fault = (key: readonly string[], message: string): Problem =>
      at('indicators', [code, ...key], message);
    if (nature !== 'flag')
      yield fault(['nature'], `chỉ tiêu có meets thì nature phải là flag; đang là ${nature}.`);
    const measured = find.indicator(meets.indicator);
    if (measured && !isNumber(measured) && measured.nature !== 'ratio')
      yield fault(
        ['meets', 'indicator'],
        `“${measured.code}” là chỉ tiêu ${NATURE_NAMES[measured.nature]}; mức đạt chỉ so với flow, stock hoặc ratio.`,
      );
    const span = measured && spanFault(find, measured, meets.span);
    if (span !== undefined) yield fault(['meets', 'span'], span);
    const low = [meets.above, meets.atLeast].filter((limit) => limit !== undefined);
    const high = [meets.below, meets.atMost].filter((limit) => limit !== undefined);
    if (low.length + high.length === 0)
      yield fault(['meets'], 'meets chưa có mức; vui lòng thêm above, below, atLeast hoặc atMost.');
    if (low.some((least) => high.some((most) => exact(least).compare(exact(most)) > 0)))
      yield fault(['meets'], 'không số nào đạt được các mức này; vui lòng sửa lại.');
  }
}

/** Only like is added to like: the same unit, and no flow with a stock. */
export function* sumsOfLike({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators))
    for (const key of ['sum', 'difference'] as const)
      for (const [index, code] of (indicator[key] ?? []).entries()) {
        const part = find.indicator(code);
        const fault = part && unlikeness(part, indicator);
        if (fault !== undefined) yield at('indicators', [indicator.code, key, index], fault);
      }
}

/** A ratio is a number through a number. */
export function* ratiosOfNumbers({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators))
    for (const key of ['numerator', 'denominator'] as const) {
      const part = find.indicator(indicator[key] ?? '');
      if (part && !isNumber(part))
        yield at(
          'indicators',
          [indicator.code, key],
          `“${part.code}” là chỉ tiêu ${NATURE_NAMES[part.nature]}; tỷ lệ chỉ tính từ flow hoặc stock.`,
        );
    }
}

/** No indicator is derived from itself, through however many others. */
export function* cycles({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const start of Object.values(definition.indicators)) {
    const way = wayBack(start.code, start, find.indicator, find.inputs, []);
    // Named once, at the first of the circle.
    if (way && start.code === [...way].sort()[0])
      yield at(
        'indicators',
        [start.code],
        `chỉ tiêu được tính vòng tròn: ${[start.code, ...way].join(' ← ')}; vui lòng bỏ một liên hệ.`,
      );
  }
}

/** True for a flow or a stock. */
export function isNumber(indicator: Indicator | undefined): boolean {
  return indicator?.nature === 'flow' || indicator?.nature === 'stock';
}

/** Why two indicators cannot be added or compared, or undefined when they can. */
export function unlikeness(part: Indicator, whole: Indicator): string | undefined {
  if (!isNumber(part))
    return `“${part.code}” là chỉ tiêu ${NATURE_NAMES[part.nature]}; ở đây cần flow hoặc stock.`;
  if (!isNumber(whole)) return undefined;
  if (part.nature !== whole.nature)
    return `“${part.code}” là ${NATURE_NAMES[part.nature]} còn “${whole.code}” là ${NATURE_NAMES[whole.nature]}; không cộng, so sánh được với nhau.`;
  if (part.unit !== whole.unit)
    return `“${part.code}” có đơn vị “${part.unit}” còn “${whole.code}” có đơn vị “${whole.unit}”; không cộng, so sánh được với nhau.`;
  return undefined;
}

function namedIndicators(indicator: Indicator): readonly [readonly (string | number)[], string][] {
  const { sum = [], difference = [], numerator, denominator, outOf, meets } = indicator;
  return [
    ...sum.map((code, index): [(string | number)[], string] => [['sum', index], code]),
    ...difference.map((code, index): [(string | number)[], string] => [['difference', index], code]),
    ...(meets ? [[['meets', 'indicator'], meets.indicator] as [string[], string]] : []),
    ...Object.entries({ numerator, denominator, outOf }).flatMap(([key, code]): [string[], string][] =>
      code === undefined ? [] : [[[key], code]],
    ),
  ];
}

function wayBack(
  goal: string,
  from: Indicator,
  indicator: (code: string) => Indicator | undefined,
  inputs: (indicator: Indicator) => readonly string[],
  passed: readonly string[],
): readonly string[] | undefined {
  for (const code of inputs(from)) {
    if (code === goal) return [...passed, code];
    const next = indicator(code);
    if (!next || passed.includes(code)) continue;
    const way = wayBack(goal, next, indicator, inputs, [...passed, code]);
    if (way) return way;
  }
  return undefined;
}
