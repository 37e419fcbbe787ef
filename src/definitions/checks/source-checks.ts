/** Rules on two sources of one thing: tolerances, rows about bodies, and that only the primary source is printed. */
import type { Definition, Indicator, TableColumnDefinition, Tolerance } from '../../domain/definition.ts';
import { exact } from '../../domain/exact.ts';
import type { Problem } from '../problem.ts';
import type { CheckContext } from './check-context.ts';
import { isNumber } from './indicator-references.ts';
import { columnsNamed } from './row-filter.ts';
import { NATURE_NAMES, unknown } from './wording.ts';

/** A tolerance has a limit, is about numbers, and stands where there are two sources. */
export function* tolerances({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const { code, nature, primary, tolerance } of Object.values(definition.indicators)) {
    if (!tolerance) continue;
    const fault =
      nature !== 'flow' && nature !== 'stock'
        ? `mức chênh lệch chỉ dùng cho flow hoặc stock; “${code}” là ${NATURE_NAMES[nature]}.`
        : primary === undefined || find.asked(code).length < 2
          ? `tolerance so các biểu cùng hỏi “${code}”; vui lòng ghi primary, và hỏi ở ít nhất hai biểu.`
          : limitFault(tolerance);
    if (fault !== undefined) yield at('indicators', [code, 'tolerance'], fault);
  }
  for (const [index, check] of definition.checks.entries()) {
    if (check.kind !== 'two-sources') continue;
    const fault = check.tolerance && limitFault(check.tolerance);
    if (fault !== undefined) yield at('checks', [index, 'tolerance'], fault);
    if (check.primary === check.other)
      yield at('checks', [index, 'other'], `“${check.other}” không thể đối chiếu với chính nó.`);
  }
  for (const { id: form, sections } of definition.forms)
    for (const [section, { fields }] of sections.entries())
      for (const [index, { control }] of fields.entries()) {
        if (!control?.tolerance) continue;
        const fault =
          control.versus === undefined
            ? limitFault(control.tolerance)
            : 'tolerance so hai số cùng kỳ; ô đối chiếu có versus thì không dùng.';
        const path = [form, 'sections', section, 'fields', index, 'control', 'tolerance'];
        if (fault !== undefined) yield at('forms', path, fault);
      }
}

function limitFault({ percent, value }: Tolerance): string | undefined {
  const limits = [percent, value].filter((limit) => limit !== undefined);
  if (limits.length === 0) return 'tolerance chưa có mức; vui lòng thêm percent hoặc value.';
  return limits.some((limit) => exact(limit).compare(0) < 0)
    ? 'mức chênh lệch trong tolerance không thể là số âm.'
    : undefined;
}

/** A column of bodies names their roster; no other column does. */
export function* bodyColumns({ definition, at }: CheckContext): Generator<Problem> {
  const rosters = definition.rosters.map(({ id }) => id);
  for (const { id: form, tables } of definition.forms)
    for (const [table, { columns }] of tables.entries())
      for (const [index, { id, type, roster }] of columns.entries()) {
        const path = [form, 'tables', table, 'columns', index];
        if (type === 'body' && roster === undefined)
          yield at('forms', path, `cột đơn vị “${id}” phải có roster, là danh sách các đơn vị được ghi.`);
        else if (type !== 'body' && roster !== undefined)
          yield at(
            'forms',
            path,
            `chỉ cột đơn vị (type: body) mới có roster; cột “${id}” có type là ${type}.`,
          );
        else if (roster !== undefined && !rosters.includes(roster))
          yield at('forms', [...path, 'roster'], unknown('danh sách đơn vị', roster, rosters));
      }
}

/** Rows about bodies name them in a column of bodies, and are added up by a column of numbers that is never blank. */
export function* rowsOfBodies(context: CheckContext): Generator<Problem> {
  for (const { code, rows } of Object.values(context.definition.indicators)) {
    if (!rows) continue;
    const { body, sum } = rows;
    if (body !== undefined)
      yield* columnFaults(context, code, 'body', (column) =>
        column.type === 'body' ? undefined : `cột “${column.id}” phải có type: body.`,
      );
    if (sum === undefined) continue;
    if (body === undefined)
      yield context.at(
        'indicators',
        [code, 'rows', 'sum'],
        'sum chỉ dùng cùng body (cột đơn vị mà dòng nói đến); vui lòng thêm body.',
      );
    yield* columnFaults(context, code, 'sum', (column) => {
      if (column.type !== 'number') return `cột “${column.id}” phải có type: number để cộng được.`;
      return column.optional
        ? `cột “${column.id}” được để trống nên không cộng được; vui lòng bỏ optional.`
        : undefined;
    });
  }
}

function* columnFaults(
  { definition, find, at }: CheckContext,
  code: string,
  key: 'body' | 'sum',
  faultOf: (column: TableColumnDefinition) => string | undefined,
): Generator<Problem> {
  const rows = definition.indicators[code]?.rows;
  for (const { column, fault } of columnsNamed(find, rows?.table ?? '', rows?.[key] ?? '')) {
    const found = fault ?? (column && faultOf(column));
    if (found !== undefined) yield at('indicators', [code, 'rows', key], found);
  }
}

/** Why an indicator is not printed: it is only what another one is held against. */
export function printedInstead({ checks }: Definition, code: string): string | undefined {
  const check = checks.find((one) => one.kind === 'two-sources' && one.other === code);
  return check?.kind === 'two-sources' && check.primary !== code
    ? `“${code}” chỉ là nguồn đối chiếu của “${check.primary}” (kiểm tra “${check.id}”) nên không in; vui lòng dùng “${check.primary}”.`
    : undefined;
}

/** Why two indicators cannot be two sources of one thing. */
export function sourceFault(indicator: Indicator, primary: Indicator | undefined): string | undefined {
  if (!isNumber(indicator))
    return `kiểm tra two-sources cần số liệu (flow hoặc stock); “${indicator.code}” là ${NATURE_NAMES[indicator.nature]}.`;
  if (!primary || !isNumber(primary)) return undefined;
  if (indicator.nature === primary.nature && indicator.unit === primary.unit) return undefined;
  return `“${indicator.code}” (${NATURE_NAMES[indicator.nature]}, ${indicator.unit}) và “${primary.code}” (${NATURE_NAMES[primary.nature]}, ${primary.unit}) không phải hai nguồn của cùng một số; vui lòng dùng cùng nature và unit.`;
}
