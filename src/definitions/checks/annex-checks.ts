/** Rules on annexes.yaml: rows, columns and charts name what exists and what is asked there. */
import type { AnnexDefinition, BodiesTable } from '../../domain/definition.ts';
import type { Problem } from '../problem.ts';
import type { Path } from '../yaml-source.ts';
import type { CheckContext } from './check-context.ts';
import { scopeFault, spanFault, statusFault } from './measure-faults.ts';
import { columnsNamed, conditionFault } from './row-filter.ts';
import { printedInstead } from './source-checks.ts';
import { hasDigit, NATURE_NAMES, repeated, unknown } from './wording.ts';

/** Annexes and tables of the body are of one shape. */
function tabled({
  definition,
}: CheckContext): readonly { readonly annex: AnnexDefinition; readonly path: Path }[] {
  return [
    ...definition.annexes.map((annex, index) => ({ annex, path: ['annexes', index] })),
    ...definition.tables.map((annex, index) => ({ annex, path: ['tables', index] })),
  ];
}

/** Ids of annexes, tables and charts stand once. */
export function* annexIds(context: CheckContext): Generator<Problem> {
  const { definition, at } = context;
  const all = tabled(context);
  for (const [id, index] of repeated(all, ({ annex }) => annex.id))
    yield at(
      'annexes',
      [...(all[index]?.path ?? []), 'id'],
      `phụ lục hoặc bảng “${id}” bị ghi hai lần; vui lòng đặt id khác.`,
    );
  for (const [id, index] of repeated(definition.charts, (chart) => chart.id))
    yield at('annexes', ['charts', index, 'id'], `biểu đồ “${id}” bị ghi hai lần; vui lòng đặt id khác.`);
}

/** A table of bodies has a block, and columns that its bodies are asked. */
export function* bodiesAnnexes(context: CheckContext): Generator<Problem> {
  const { definition, find, at } = context;
  for (const { annex, path } of tabled(context)) {
    if (annex.kind !== 'bodies') continue;
    const scoped = find.scopes.has(annex.of);
    if (!scoped)
      yield at('annexes', [...path, 'of'], unknown('khối, danh sách hoặc đơn vị', annex.of, find.scopes));
    const known = definition.charts.map(({ id }) => id);
    if (annex.chart !== undefined && !known.includes(annex.chart))
      yield at('annexes', [...path, 'chart'], unknown('biểu đồ', annex.chart, known));
    for (const [place, table] of annex.tables.entries()) {
      for (const [column, { indicator, scale }] of table.columns.entries()) {
        const own = [...path, 'tables', place, 'columns', column];
        yield* measureFaults(context, {
          path: own,
          indicator,
          ...(scoped ? { of: annex.of } : {}),
        });
        yield* scaleFaults(context, own, indicator, scale);
      }
      yield* sortFaults(context, [...path, 'tables', place], table);
    }
  }
}

/** A row of a comparison is a measure that exists. */
export function* comparisonAnnexes(context: CheckContext): Generator<Problem> {
  for (const { annex, path: own } of tabled(context)) {
    if (annex.kind !== 'comparison') continue;
    for (const [place, row] of annex.rows.entries()) {
      const path = [...own, 'rows', place];
      yield* measureFaults(context, { ...row, path });
      const indicator = context.find.indicator(row.indicator);
      if (!indicator) continue;
      const status = statusFault(indicator, row.status);
      if (status !== undefined) yield context.at('annexes', [...path, 'status'], status);
      const span = spanFault(context.find, indicator, row.span);
      if (span !== undefined) yield context.at('annexes', [...path, 'span'], span);
      yield* scaleFaults(context, path, row.indicator, row.scale);
    }
  }
}

/** A table of rows names a table of forms.yaml, and columns that it has. */
export function* rowsAnnexes(context: CheckContext): Generator<Problem> {
  const { find, at } = context;
  for (const { annex, path } of tabled(context)) {
    if (annex.kind !== 'rows') continue;
    const { table, columns, where = [], order } = annex;
    if (find.tables(table).length === 0) {
      yield at('annexes', [...path, 'table'], unknown('bảng', table, find.tableIds, 'forms.yaml'));
      continue;
    }
    for (const [index, { column, scale }] of columns.entries()) {
      if (column === 'body') continue;
      const own = [...path, 'columns', index];
      for (const { column: known, fault } of columnsNamed(find, table, column)) {
        if (fault !== undefined) yield at('annexes', [...own, 'column'], fault);
        else if (scale !== undefined && known?.type !== 'number')
          yield at(
            'annexes',
            [...own, 'scale'],
            `cột “${column}” không phải cột số nên không có scale; vui lòng bỏ.`,
          );
      }
    }
    for (const [index, condition] of where.entries()) {
      const fault = conditionFault(find, table, condition);
      if (fault !== undefined) yield at('annexes', [...path, 'where', index], fault);
    }
    for (const { fault } of order === undefined ? [] : columnsNamed(find, table, order.replace(/^-/, '')))
      if (fault !== undefined) yield at('annexes', [...path, 'order'], fault);
  }
}

/** A chart draws a number that exists, and its description has no digits. */
export function* charts(context: CheckContext): Generator<Problem> {
  for (const [index, chart] of context.definition.charts.entries()) {
    const path = ['charts', index];
    if (hasDigit(chart.description))
      yield context.at(
        'annexes',
        [...path, 'description'],
        'mô tả biểu đồ không được có chữ số, vì số liệu thay đổi theo kỳ; vui lòng tả bằng lời.',
      );
    if (chart.kind === 'completeness') continue;
    yield* measureFaults(context, {
      path,
      indicator: chart.indicator,
      ...(chart.of === undefined ? {} : { of: chart.of }),
    });
    const indicator = context.find.indicator(chart.indicator);
    if (indicator && (indicator.nature === 'text' || indicator.nature === 'status'))
      yield context.at(
        'annexes',
        [...path, 'indicator'],
        `“${indicator.code}” không phải số liệu nên không vẽ được biểu đồ.`,
      );
  }
}

/** Only amounts are written in thousands or millions. */
function* scaleFaults(
  { find, at }: CheckContext,
  path: Path,
  code: string,
  scale: string | undefined,
): Generator<Problem> {
  const indicator = find.indicator(code);
  if (scale === undefined || !indicator || indicator.nature === 'flow' || indicator.nature === 'stock')
    return;
  yield at(
    'annexes',
    [...path, 'scale'],
    `“${code}” là ${NATURE_NAMES[indicator.nature]} nên không ghi theo ${scale}; vui lòng bỏ scale.`,
  );
}

/** Bodies are sorted by a number that the table shows. */
function* sortFaults({ find, at }: CheckContext, path: Path, table: BodiesTable): Generator<Problem> {
  const { sort, limit, columns } = table;
  if (limit !== undefined && sort === undefined)
    yield at(
      'annexes',
      [...path, 'limit'],
      'limit chỉ dùng cùng sort; vui lòng ghi sort là mã chỉ tiêu dùng để xếp.',
    );
  if (sort === undefined) return;
  const codes = columns.map(({ indicator }) => indicator);
  const nature = find.indicator(sort)?.nature;
  if (!codes.includes(sort)) yield at('annexes', [...path, 'sort'], unknown('cột', sort, codes, 'bảng này'));
  else if (nature === 'flag' || nature === 'status' || nature === 'text')
    yield at(
      'annexes',
      [...path, 'sort'],
      `“${sort}” là ${NATURE_NAMES[nature]} nên không xếp thứ tự được; vui lòng chọn một cột số.`,
    );
}

interface Measured {
  readonly path: Path;
  readonly indicator: string;
  readonly of?: string;
}

function* measureFaults(
  { definition, find, at }: CheckContext,
  { path, indicator: code, of }: Measured,
): Generator<Problem> {
  const indicator = find.indicator(code);
  if (!indicator) {
    yield at(
      'annexes',
      [...path, 'indicator'],
      unknown('chỉ tiêu', code, Object.keys(definition.indicators)),
    );
    return;
  }
  const instead = printedInstead(definition, code);
  if (instead !== undefined) yield at('annexes', [...path, 'indicator'], instead);
  const scope = of === undefined ? undefined : scopeFault(find, indicator, of);
  if (scope !== undefined)
    yield at('annexes', [...path, find.scopes.has(of ?? '') ? 'indicator' : 'of'], scope);
}
