/** Conditions on rows: that their columns exist and that their values can occur there. */
import type { RowCondition, TableColumnDefinition } from '../../domain/definition.ts';
import { isIsoDate } from '../../domain/dates.ts';
import { isCanonical } from '../../domain/exact.ts';
import { suggestion } from '../nearest.ts';
import type { Lookups } from './lookups.ts';
import { unknown } from './wording.ts';

const COMPARISONS = ['above', 'below', 'atLeast', 'atMost'] as const;

/** What is wrong with one condition on a table, in one sentence; nothing when it is right or the table is unknown. */
export function conditionFault(find: Lookups, table: string, condition: RowCondition): string | undefined {
  for (const { column, fault } of columnsNamed(find, table, condition.column)) {
    if (fault !== undefined) return fault;
    if (column) {
      const wrong = valueFault(column, condition);
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
}

/** The column in each table with the id; a fault where one of them lacks it. */
export function columnsNamed(
  find: Lookups,
  table: string,
  id: string,
): readonly { readonly column?: TableColumnDefinition; readonly fault?: string }[] {
  return find.tables(table).map(({ form, table: { columns } }) => {
    const column = columns.find((candidate) => candidate.id === id);
    if (column) return { column };
    const ids = columns.map((candidate) => candidate.id);
    return { fault: unknown('cột', id, ids, `bảng “${table}” của biểu “${form.id}”`) };
  });
}

function valueFault(column: TableColumnDefinition, condition: RowCondition): string | undefined {
  const compared = COMPARISONS.filter((comparison) => condition[comparison] !== undefined);
  if (condition.is === undefined && compared.length === 0)
    return `điều kiện ở cột “${column.id}” chưa có giá trị so sánh; vui lòng thêm is, above, below, atLeast hoặc atMost.`;
  if (compared.length > 0 && column.type !== 'number' && column.type !== 'date')
    return `cột “${column.id}” không phải cột số hay ngày nên chỉ so sánh bằng được (is, hoặc dấu = trong văn bản).`;
  const values = [condition.is, ...compared.map((comparison) => condition[comparison])];
  for (const value of values) {
    const expected = value === undefined ? undefined : expectedOf(column, value);
    if (expected !== undefined)
      return `giá trị “${value}” không thể có ở cột “${column.id}”; cần ${expected}.`;
  }
  return undefined;
}

function expectedOf(column: TableColumnDefinition, value: string): string | undefined {
  switch (column.type) {
    case 'choice': {
      const ids = column.choices.map(({ id }) => id);
      return ids.length === 0 || ids.includes(value)
        ? undefined
        : `một trong: ${ids.join(', ')}${suggestion(value, ids)}`;
    }
    case 'flag':
      return value === 'yes' || value === 'no' ? undefined : 'yes hoặc no';
    case 'date':
      return isIsoDate(value) || value === '@start' || value === '@end' ? undefined : 'ngày dạng YYYY-MM-DD';
    case 'number':
      return isCanonical(value)
        ? undefined
        : 'số viết gọn với dấu chấm thập phân, không có dấu phân cách hàng nghìn';
    case 'text':
    case 'body':
    case 'code':
      return undefined;
  }
}
