/** Faults of what is measured, the same wherever it is named: which class, which span, over which bodies. */
import type { Indicator, Span } from '../../domain/definition.ts';
import { suggestion } from '../nearest.ts';
import { intersects, type Lookups } from './lookups.ts';
import { NATURE_NAMES, unknown } from './wording.ts';

/** A status is counted by class; nothing else has one. */
export function statusFault(indicator: Indicator, status: string | undefined): string | undefined {
  const { code, nature, statuses } = indicator;
  const ids = statuses.map(({ id }) => id);
  if (nature !== 'status')
    return status === undefined
      ? undefined
      : `“${code}” không phải chỉ tiêu trạng thái nên không có status; vui lòng bỏ.`;
  if (ids.length === 0) return undefined;
  if (status === undefined)
    return `“${code}” là chỉ tiêu trạng thái; vui lòng ghi status là một trong: ${ids.join(', ')}.`;
  if (ids.includes(status)) return undefined;
  return `chỉ tiêu “${code}” không có mức “${status}”${suggestion(status, ids) || `; các mức: ${ids.join(', ')}`}.`;
}

/** Only what adds up over time has a year to date and a cumulative total. */
export function spanFault(find: Lookups, indicator: Indicator, span: Span | undefined): string | undefined {
  if (span === undefined || span === 'period' || addsUp(find, indicator)) return undefined;
  return `“${indicator.code}” là ${NATURE_NAMES[indicator.nature]}, không cộng dồn theo thời gian nên không có span ${span}; vui lòng bỏ.`;
}

/** The bodies exist and are asked what the indicator is made of. */
export function scopeFault(find: Lookups, indicator: Indicator, scope: string): string | undefined {
  if (!find.scopes.has(scope)) return unknown('khối, danh sách hoặc đơn vị', scope, find.scopes);
  const bodies = find.bodiesOfScope(scope);
  if (bodies.size === 0 || find.isMisnamed) return undefined;
  const unasked = find
    .askedBodies(indicator.code)
    .some((asked) => asked.size > 0 && !intersects(asked, bodies));
  if (!unasked) return undefined;
  return `không biểu nào hỏi “${indicator.code}” ở “${scope}”; vui lòng chọn khối khác hoặc bổ sung vào biểu của khối này.`;
}

function addsUp(find: Lookups, indicator: Indicator): boolean {
  if (indicator.nature === 'flow') return true;
  if (indicator.nature !== 'ratio') return false;
  return find.inputs(indicator).some((code) => find.indicator(code)?.nature === 'flow');
}
