/**
 * Rules on periods that nest: kinds of period that the report has, windows of shorter periods that cover those of longer
 * ones, forms that are asked in one kind for all bodies of an indicator, and texts that print what their kinds have.
 */
import { addDays, shortDate } from '../../domain/dates.ts';
import type { Definition, Form, Frequency, Validity, WindowRule } from '../../domain/definition.ts';
import { asks, followsFromParts, isAvailable, isOfKind, kindWithin, reaches } from '../../domain/nesting.ts';
import { frequencyOf, shortPeriodName, tilingsOf, windowOf, type PeriodId } from '../../domain/period.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';
import type { CheckContext, YamlFileName } from './check-context.ts';
import { isSubset } from './lookups.ts';
import { FREQUENCY_NAMES } from './wording.ts';
import { placedBlocks } from './outline-checks.ts';

/** What is limited to kinds of period names those that the report is made for. */
export function* knownKinds({ definition, at }: CheckContext): Generator<Problem> {
  const { frequency } = definition.report;
  for (const [file, path, { frequencies = [] }] of limitedThings(definition))
    for (const [index, kind] of frequencies.entries())
      if (!frequency.includes(kind))
        yield at(
          file,
          [...path, 'frequencies', index],
          `báo cáo này không có kỳ ${FREQUENCY_NAMES[kind]} (${kind}); các loại kỳ: ${frequency.join(', ')}.`,
        );
}

function* limitedThings(definition: Definition): Generator<[YamlFileName, Path, Validity]> {
  for (const indicator of Object.values(definition.indicators))
    yield ['indicators', [indicator.code], indicator];
  for (const form of definition.forms) yield ['forms', [form.id], form];
  for (const { block, path } of placedBlocks(definition.report.outline)) yield ['report', path, block];
  for (const key of ['annexes', 'tables'] as const)
    for (const [index, annex] of definition[key].entries()) {
      const path = [key, index];
      yield ['annexes', path, annex];
      if (annex.kind === 'bodies')
        for (const [place, table] of annex.tables.entries())
          yield ['annexes', [...path, 'tables', place], table];
      if (annex.kind === 'comparison')
        for (const [place, row] of annex.rows.entries()) yield ['annexes', [...path, 'rows', place], row];
    }
}

/**
 * Where a flow of a longer period is the sum of shorter ones, their windows follow one another without a gap or a
 * common day. Looked at over two years, one of them a leap year.
 */
export function* nestedWindows({ definition, at }: CheckContext): Generator<Problem> {
  const { windows, frequency } = definition.report;
  const used = new Map<string, Frequency>();
  for (const { code, window } of Object.values(definition.indicators))
    for (const form of definition.forms.filter((one) => asks(one, code)))
      for (const kind of frequency) {
        const within = kindWithin(definition, form, kind);
        if (within && definition.indicators[code]?.nature === 'flow') used.set(window, within);
      }
  for (const [id, kind] of used) {
    const rule = windows[id];
    const fault = rule && unevenness(rule, kind);
    if (fault !== undefined)
      yield at(
        'report',
        ['windows', id],
        `khoảng thời gian “${id}” của các kỳ ${FREQUENCY_NAMES[kind]} không ghép kín thành kỳ dài hơn: ${fault}; vui lòng sửa from, to để kỳ sau bắt đầu đúng một ngày sau kỳ trước.`,
      );
  }
}

function unevenness(rule: WindowRule, kind: Frequency): string | undefined {
  const periods = ['2023', '2024'].flatMap(
    (year) => tilingsOf(year).find(([first = '']) => frequencyOf(first) === kind) ?? [],
  );
  for (const [index, period] of periods.entries()) {
    const next: PeriodId | undefined = periods[index + 1];
    if (next === undefined) return undefined;
    const [last, first] = [windowOf(rule, period).to, windowOf(rule, next).from];
    if (first !== addDays(last, 1))
      return `${shortPeriodName(period)} đến hết ngày ${shortDate(last)} nhưng ${shortPeriodName(next)} bắt đầu từ ngày ${shortDate(first)}`;
  }
  return undefined;
}

/**
 * In each kind of period an indicator is asked of all its bodies, or compiled for all of them from shorter periods of one
 * kind. Asked both ways, it is asked again of everybody.
 */
export function* nestedTogether({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const { code, nature } of Object.values(definition.indicators)) {
    if (!followsFromParts({ nature })) continue;
    const forms = definition.forms.filter((form) => asks(form, code));
    for (const kind of definition.report.frequency) {
      const fault = mixture(definition, forms, kind, find.bodiesOfForm);
      if (fault !== undefined)
        yield at(
          'indicators',
          [code],
          `chỉ tiêu “${code}” ở kỳ ${FREQUENCY_NAMES[kind]} ${fault}; vui lòng ghi frequencies của các biểu cho khớp.`,
        );
    }
  }
}

function mixture(
  definition: Definition,
  forms: readonly Form[],
  kind: Frequency,
  bodiesOf: (form: Form) => ReadonlySet<string>,
): string | undefined {
  const again = forms.filter((form) => isOfKind(form, kind));
  const nested = forms.filter((form) => kindWithin(definition, form, kind) !== undefined);
  const [first, ...others] = nested;
  if (!first) return undefined;
  if (again.length > 0) {
    const asked = new Set(again.flatMap((form) => [...bodiesOf(form)]));
    const left = nested.find(
      (form) => again.some(({ roster }) => roster) && !isSubset(bodiesOf(form), asked),
    );
    return left && `được hỏi lại ở biểu ${again[0]?.id} nhưng không hỏi lại mọi đơn vị của biểu ${left.id}`;
  }
  const within = kindWithin(definition, first, kind);
  const other = others.find((form) => kindWithin(definition, form, kind) !== within);
  return other && `được tổng hợp từ hai loại kỳ khác nhau (biểu ${first.id}, ${other.id})`;
}

/** Kinds of period in which something that is limited to months alone, or to kinds, is printed. */
export function kindsOf({ report }: Definition, ...limits: readonly Validity[]): readonly Frequency[] {
  return report.frequency.filter((kind) => limits.every((limit) => isOfKind(limit, kind)));
}

/** Why an indicator has no value in a kind of period; undefined when it has one. */
export function kindFault(
  definition: Definition,
  code: string,
  kinds: readonly Frequency[],
): string | undefined {
  const without = kinds.find((kind) => !isAvailable(definition, code, kind));
  return without && `chỉ tiêu “${code}” không có số liệu ở kỳ ${FREQUENCY_NAMES[without]}`;
}

/** Why a form's papers are not there in a kind of period. */
export function formKindFault(form: Form, kinds: readonly Frequency[]): string | undefined {
  const without = kinds.find((kind) => !isOfKind(form, kind));
  return without && `biểu “${form.id}” không thu ở kỳ ${FREQUENCY_NAMES[without]}`;
}

/** Why a table has no rows in a kind of period. */
export function tableKindFault(
  definition: Definition,
  forms: readonly Form[],
  table: string,
  kinds: readonly Frequency[],
): string | undefined {
  const without =
    forms.length > 0 && kinds.find((kind) => !forms.some((form) => reaches(definition, form, kind)));
  return without ? `bảng “${table}” không có ở kỳ ${FREQUENCY_NAMES[without]}` : undefined;
}
