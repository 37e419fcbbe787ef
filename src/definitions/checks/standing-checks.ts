/** Rules on `standing`: what may be carried forward from period to period, and what may not. */
import type { Problem } from '../problem.ts';
import type { CheckContext } from './check-context.ts';
import { NATURE_NAMES } from './wording.ts';

/** A stock, flag or status that a body answers stands until it changes; what happened in a period does not. */
export function* standingIndicators({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const indicator of Object.values(definition.indicators)) {
    const { code, nature, standing, rows } = indicator;
    if (standing === undefined) continue;
    const fault = (message: string): Problem => at('indicators', [code, 'standing'], message);
    if (nature === 'flow')
      yield fault(
        `“${code}” là số phát sinh (flow), phải báo cáo lại từng kỳ nên không giữ nguyên được; vui lòng bỏ standing.`,
      );
    else if (nature === 'text' || nature === 'ratio')
      yield fault(
        `“standing” chỉ dùng cho số thời điểm (stock), có/chưa (flag) hoặc trạng thái (status); “${code}” là ${NATURE_NAMES[nature]}.`,
      );
    else if (rows !== undefined || find.inputs(indicator).length > 0)
      yield fault(
        `“${code}” do hệ thống tính nên không xác nhận giữ nguyên; vui lòng đặt standing ở chỉ tiêu hoặc bảng mà nó lấy số.`,
      );
  }
}

/** Rows that are carried forward would be counted again in each period by a flow. */
export function* standingTables({ definition, find, at }: CheckContext): Generator<Problem> {
  for (const { code, nature, rows } of Object.values(definition.indicators))
    if (rows && nature === 'flow')
      for (const { form, table } of find.tables(rows.table))
        if (table.standing !== undefined)
          yield at(
            'forms',
            [form.id, 'tables', form.tables.indexOf(table), 'standing'],
            `bảng “${table.id}” được giữ nguyên từ kỳ này sang kỳ khác nên số dòng của nó là số thời điểm; chỉ tiêu “${code}” đếm bảng này phải có nature là stock, hoặc bỏ standing.`,
          );
}
