/** A correction of a value that exists only in history: months from before the system, published elsewhere. */
import type { Definition, Indicator, Span } from '../definition.ts';
import type { HistoryValue } from '../facts.ts';
import { readHistoryValue } from '../intake/read-history-sheet.ts';
import { plainKey } from '../intake/name-key.ts';
import { nearestName } from '../intake/nearest-name.ts';
import { refuse, type Reading, type Refusal } from '../intake/reading.ts';
import type { PeriodId } from '../period.ts';
import { cellInWords } from './cell-in-words.ts';
import { reasonOf, type CorrectionRequest, type RequestPart } from './read-correction.ts';

/** Stands in place of a form: the value is one of history. */
export const HISTORY_FORM = 'history';
/** Stands in place of a body: the value is over all who are asked. */
export const ALL_BODIES = 'tat-ca';

export interface HistoryChange {
  readonly indicator: Indicator;
  /** As it stands. */
  readonly before: HistoryValue;
  readonly to: string;
  readonly reason: string;
}

export type HistoryCorrectionReading =
  | { readonly ok: true; readonly change: HistoryChange }
  | ({ readonly ok: false; readonly part: RequestPart } & Pick<Refusal, 'found' | 'expected'>);

/** "code", "code[class]", "code:ytd" or "code[class]:cumulative". */
const NAMED = /^([^[\]:]+)(?:\[([^[\]:]+)\])?(?::(period|ytd|cumulative))?$/;
const FIELD_EXPECTED =
  'mã chỉ tiêu, thêm «:ytd» cho số từ đầu năm, «:cumulative» cho số lũy kế, «[mức]» cho một mức';

/** Reads a request whose form is `history` against the values on record. */
export function readHistoryCorrection(
  { definition, history }: { readonly definition: Definition; readonly history: readonly HistoryValue[] },
  period: PeriodId,
  request: CorrectionRequest,
): HistoryCorrectionReading {
  const reason = reasonOf(request.reason);
  if (!reason.ok) return refused('reason', reason);
  const [, code = '', status = '', span = 'period'] = NAMED.exec(request.field.trim()) ?? [];
  const indicator = Object.hasOwn(definition.indicators, code) ? definition.indicators[code] : undefined;
  if (!indicator)
    return refused('field', refuse(request.field, `${FIELD_EXPECTED}${near(definition, code)}`));
  const scope = request.body.trim() === ALL_BODIES ? '' : request.body.trim();
  const before = history.find(
    (value) =>
      value.indicator === code &&
      value.period === period &&
      value.span === span &&
      value.scope === scope &&
      (value.status ?? '') === status,
  );
  if (!before) return refused('field', notOnRecord(history, period, code, span as Span, request.field));
  const stated = statedOf(request.from, before, indicator);
  if (!stated.ok) return refused('from', stated);
  const to = readHistoryValue(request.to.trim(), indicator);
  if (!to.ok) return refused('to', to);
  if (to.value === before.value)
    return refused('to', refuse(request.to, `số khác số đang có, là ${shown(before, indicator)}`));
  return { ok: true, change: { indicator, before, to: to.value, reason: reason.value } };
}

function refused(part: RequestPart, { found, expected }: Refusal): HistoryCorrectionReading {
  return { ok: false, part, found, expected };
}

function near({ indicators }: Definition, code: string): string {
  const found = nearestName(
    code,
    Object.keys(indicators).map((known) => [plainKey(known), known] as const),
  );
  return found === undefined ? '' : `; có phải «${found}»?`;
}

/** What history has of the indicator in that period, so that the person can name it. */
function notOnRecord(
  history: readonly HistoryValue[],
  period: PeriodId,
  code: string,
  span: Span,
  typed: string,
): Refusal {
  const known = history
    .filter((value) => value.indicator === code && value.period === period && value.span === span)
    .map(({ scope, status }) => `${scope || ALL_BODIES}${status === undefined ? '' : `, mức ${status}`}`);
  const LISTED = 5;
  const hint =
    known.length > 0
      ? `; chỉ tiêu này có số của: ${known.slice(0, LISTED).join('; ')}${known.length > LISTED ? '; …' : ''}`
      : '';
  return {
    ok: false,
    found: `«${typed.trim()}» không có trong số liệu lịch sử kỳ ${period}`,
    expected: `một số liệu đã nạp bằng tong-hop history${hint}`,
  };
}

function statedOf(text: string, before: HistoryValue, indicator: Indicator): Reading<null> {
  if (text.trim() === '') return { ok: true, value: null };
  const reading = readHistoryValue(text.trim(), indicator);
  if (!reading.ok) return reading;
  return reading.value === before.value
    ? { ok: true, value: null }
    : refuse(text, `số đang có trong số liệu lịch sử, là ${shown(before, indicator)}`);
}

function shown({ value }: HistoryValue, indicator: Indicator): string {
  return cellInWords({ state: 'value', value }, indicator);
}
