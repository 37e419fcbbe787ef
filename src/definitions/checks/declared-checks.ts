/** Rules on checks.yaml: each declared check names indicators that it can be made on. */
import type { Check, Indicator } from '../../domain/definition.ts';
import { exact } from '../../domain/exact.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';
import type { CheckContext } from './check-context.ts';
import { isNumber, unlikeness } from './indicator-references.ts';
import { conditionFault } from './row-filter.ts';
import { sourceFault } from './source-checks.ts';
import { NATURE_NAMES, repeated, unknown } from './wording.ts';

/** Ids of checks stand once: reasons are given to them. */
export function* checkIds({ definition, at }: CheckContext): Generator<Problem> {
  for (const [id, index] of repeated(definition.checks, (check) => check.id))
    yield at('checks', [index, 'id'], `kiểm tra “${id}” bị ghi hai lần; vui lòng đặt id khác.`);
}

/** The indicators of a check exist. */
export function* checkedIndicators({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const [index, check] of definition.checks.entries())
    for (const [path, code] of indicatorsOf(check))
      if (!find.indicator(code))
        yield at('checks', [index, ...path], unknown('chỉ tiêu', code, Object.keys(definition.indicators)));
}

/** A check's indicators have the nature and the unit that it compares. */
export function* checksFitNatures({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const [index, check] of definition.checks.entries()) {
    const whole = find.indicator(wholeOf(check));
    for (const [path, code] of indicatorsOf(check)) {
      const indicator = find.indicator(code);
      const fault = indicator && natureFault(check, indicator, whole);
      if (fault !== undefined) yield at('checks', [index, ...path], fault);
    }
    if (check.kind === 'band' && exact(check.low).compare(exact(check.high)) >= 0)
      yield at('checks', [index, 'low'], 'low phải nhỏ hơn high.');
  }
}

/** Blocks, tables and columns of a check exist. */
export function* checkedScopes({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const [index, check] of definition.checks.entries()) {
    if (check.kind === 'ladder' && !find.scopes.has(check.of))
      yield at('checks', [index, 'of'], unknown('khối, danh sách hoặc đơn vị', check.of, find.scopes));
    if (check.kind !== 'list-length') continue;
    if (find.tables(check.rows.table).length === 0)
      yield at('checks', [index, 'rows', 'table'], unknown('bảng', check.rows.table, find.tableIds));
    for (const [place, condition] of check.rows.where.entries()) {
      const fault = conditionFault(find, check.rows.table, condition);
      if (fault !== undefined) yield at('checks', [index, 'rows', 'where', place], fault);
    }
  }
}

function natureFault(check: Check, indicator: Indicator, whole: Indicator | undefined): string | undefined {
  switch (check.kind) {
    case 'parts':
      return unlikeness(indicator, whole ?? indicator);
    case 'at-most':
      return unlikeness(indicator, sameCountable(indicator, whole ?? indicator));
    case 'nested':
    case 'steady-base':
      return indicator.nature === 'flow'
        ? undefined
        : `kiểm tra ${check.kind} so số của kỳ, từ đầu năm và lũy kế nên cần số phát sinh (flow); “${indicator.code}” là ${NATURE_NAMES[indicator.nature]}.`;
    case 'same':
      if (indicator.nature === 'text' || indicator.nature === 'status')
        return `kiểm tra same cần số liệu; “${indicator.code}” là ${NATURE_NAMES[indicator.nature]}.`;
      return whole && indicator.unit !== whole.unit
        ? `“${indicator.code}” có đơn vị “${indicator.unit}” còn “${whole.code}” có đơn vị “${whole.unit}”; không so sánh được với nhau.`
        : undefined;
    case 'band':
      // Units differ by design (đồng per transaction); what adds up over time does not meet what holds on a day.
      return unlikeness(indicator, { ...(whole ?? indicator), unit: indicator.unit });
    case 'ladder':
      return indicator.nature === 'status'
        ? undefined
        : `kiểm tra ladder cần chỉ tiêu trạng thái (status); “${indicator.code}” là ${NATURE_NAMES[indicator.nature]}.`;
    case 'two-sources':
      return sourceFault(indicator, whole);
    case 'list-length':
      return isNumber(indicator) || indicator.nature === 'flag'
        ? undefined
        : `kiểm tra list-length cần một số đếm (flow, stock hoặc flag); “${indicator.code}” là ${NATURE_NAMES[indicator.nature]}.`;
  }
}

/** Accounts and dossiers are both counted one by one, so their numbers compare; money and measures do not. */
function sameCountable(part: Indicator, whole: Indicator): Indicator {
  const countable = [part, whole].every(({ unit, fraction }) => unit !== 'đồng' && unit !== '%' && !fraction);
  return countable ? { ...whole, unit: part.unit } : whole;
}

/** The indicator that the others are held against. */
function wholeOf(check: Check): string {
  switch (check.kind) {
    case 'parts':
    case 'at-most':
      return check.whole;
    case 'band':
      return check.numerator;
    case 'nested':
    case 'same':
    case 'steady-base':
      return check.indicators[0] ?? '';
    case 'ladder':
      return check.indicator;
    case 'list-length':
      return check.count;
    case 'two-sources':
      return check.primary;
  }
}

function indicatorsOf(check: Check): readonly [Path, string][] {
  switch (check.kind) {
    case 'parts':
      return [
        [['whole'], check.whole],
        ...check.parts.map((code, index): [Path, string] => [['parts', index], code]),
      ];
    case 'at-most':
      return [
        [['part'], check.part],
        [['whole'], check.whole],
      ];
    case 'ladder':
      return [[['indicator'], check.indicator]];
    case 'band':
      return [
        [['numerator'], check.numerator],
        [['denominator'], check.denominator],
      ];
    case 'list-length':
      return [[['count'], check.count]];
    case 'two-sources':
      return [
        [['primary'], check.primary],
        [['other'], check.other],
      ];
    case 'nested':
    case 'steady-base':
    case 'same':
      return check.indicators.map((code, index): [Path, string] => [['indicators', index], code]);
  }
}
