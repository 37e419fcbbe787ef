/** Checks what the arguments of one call mean together: classes, spans, bodies, columns, goals. */
import type { Frequency, Indicator, Span } from '../../domain/definition.ts';
import { HELPERS } from '../../domain/narration/signatures.ts';
import { frequencyOf, isPeriodId, periodName } from '../../domain/period.ts';
import type { CheckContext } from './check-context.ts';
import { scopeFault, spanFault, statusFault } from './measure-faults.ts';
import { columnsNamed } from './row-filter.ts';
import { printedInstead } from './source-checks.ts';
import { indicatorOf, tableOf } from './text-arguments.ts';
import { besideFaults } from './text-beside.ts';
import type { Call } from './text-calls.ts';
import { NATURE_NAMES, unknown } from './wording.ts';

/** Columns that the list of documents needs. */
const DOCUMENT_COLUMNS = ['loai', 'so', 'ngay', 'trich-yeu'];

export function* meaningFaults(context: CheckContext, call: Call): Generator<string> {
  const indicator = indicatorOf(context, call);
  if (indicator) {
    yield* measureFaults(context, call, indicator);
    yield* settingFaults(context, call, indicator);
    const instead = printedInstead(context.definition, indicator.code);
    if (instead !== undefined) yield instead;
  }
  yield* tableFaults(context, call);
}

/** Codes of all indicators that a call prints or tests. */
export function indicatorsNamed(context: CheckContext, call: Call): readonly string[] {
  const first = indicatorOf(context, call);
  return [
    ...(first ? [first.code] : []),
    ...[...countedCodes(call), ...otherCode(call)].filter((code) => context.find.indicator(code)),
  ];
}

function* measureFaults({ find }: CheckContext, call: Call, indicator: Indicator): Generator<string> {
  const options = HELPERS[call.name]?.options ?? {};
  const given = (name: string): string | undefined => {
    const value = call.options.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const status = 'status' in options ? statusFault(indicator, given('status')) : undefined;
  if (status !== undefined) yield status;
  const span = spanOf(given('span'));
  const spanned = 'span' in options ? spanFault(find, indicator, span) : undefined;
  if (spanned !== undefined) yield spanned;
  const scope = given('of');
  // An unknown scope is named with the argument itself.
  const scoped =
    scope !== undefined && find.scopes.has(scope) ? scopeFault(find, indicator, scope) : undefined;
  if (scoped !== undefined) yield scoped;
}

function* settingFaults(
  { find, definition }: CheckContext,
  call: Call,
  indicator: Indicator,
): Generator<string> {
  const { code } = indicator;
  yield* roundingFaults(call, indicator);
  yield* besideFaults(find, call, indicator);
  yield* lengthFaults(definition.report.frequency, call, indicator);
  if (call.name === 'outOf' && indicator.outOf === undefined)
    yield `chỉ tiêu “${code}” chưa khai báo outOf nên không in được dạng N/M.`;
  if (isAboutGoal(call) && !hasGoals(definition, indicator))
    yield `chỉ tiêu “${code}” chưa khai báo targets nên không có mục tiêu để in hoặc so sánh.`;
  if (call.name === 'since' && indicator.since === undefined)
    yield `chỉ tiêu “${code}” chưa khai báo since nên không có ngày bắt đầu để in.`;
  if (call.options.get('as') === 'points' && indicator.nature !== 'ratio' && indicator.unit !== '%')
    yield `“${code}” không phải tỷ lệ nên không thay đổi theo điểm phần trăm; vui lòng bỏ as="points".`;
  if (call.options.get('answer') === 'no') yield* answerFaults(call, indicator);
  if ((call.name === 'top' || call.name === 'list') && call.options.get('limit') === 0)
    yield `đối số “limit” của hàm “${call.name}” phải từ 1 trở lên.`;
  const way = call.options.get('as');
  if (call.name === 'figure' && way === 'change' && !indicator.signed)
    yield `“${code}” không nhận số âm nên không phải là mức tăng, giảm; vui lòng bỏ as="change", hoặc ghi signed: true cho chỉ tiêu.`;
  if (call.name !== 'figure' && indicator.rank && typeof way === 'string' && way !== 'amount')
    yield `“${code}” là thứ hạng nên chỉ thay đổi theo bậc; vui lòng bỏ as="${way}".`;
  if (
    call.options.get('order') === 'date' &&
    call.name === 'list' &&
    !find.asked(code).some(({ evidence }) => evidence)
  )
    yield `không xếp được theo ngày vì biểu không hỏi văn bản của “${code}”; vui lòng thêm evidence: true ở trường này.`;
}

function isAboutGoal({ name, options }: Call): boolean {
  return ['target', 'achieved', 'ifReached'].includes(name) || options.get('goal') === true;
}

/** Goals of its own, or of what it continues. */
function hasGoals({ indicators }: CheckContext['definition'], indicator: Indicator): boolean {
  const seen = new Set<string>();
  let one: Indicator | undefined = indicator;
  // A circle is named by a rule of its own.
  while (one && !seen.has(one.code)) {
    if (one.targets.length > 0) return true;
    seen.add(one.code);
    one = indicators[one.continues ?? ''];
  }
  return false;
}

/** Only questions of yes and no, and of classes, have other answers; those of earlier periods are not kept. */
function* answerFaults(call: Call, { code, nature }: Indicator): Generator<string> {
  if (nature !== 'flag' && nature !== 'status')
    yield `“${code}” không phải chỉ tiêu có/chưa hay trạng thái nên không dùng answer="no"; vui lòng bỏ.`;
  if (call.options.has('at'))
    yield `hàm “${call.name}” không đếm được đơn vị trả lời chưa của kỳ trước; vui lòng bỏ at hoặc answer="no".`;
}

/** Only what adds up has an average per day; only an amount is rounded to a place. */
function* roundingFaults(call: Call, { code, nature, rank, since }: Indicator): Generator<string> {
  if (call.options.has('per') && nature !== 'flow')
    yield `“${code}” là ${NATURE_NAMES[nature]}, không cộng dồn theo thời gian nên không có bình quân ngày, tháng; vui lòng bỏ per.`;
  if (call.options.has('per') && call.options.get('span') === 'cumulative' && since === undefined)
    yield `chỉ tiêu “${code}” chưa khai báo since nên không biết số lũy kế tính trong bao lâu; vui lòng khai báo, hoặc bỏ per.`;
  if (!call.options.has('place')) return;
  if (call.options.get('place') === 0) yield `đối số “place” của hàm “${call.name}” phải từ 1 trở lên.`;
  if (call.name === 'change' && !rank && call.options.get('as') !== 'amount')
    yield 'đối số “place” của hàm “change” chỉ dùng cho mức tăng, giảm tuyệt đối; vui lòng thêm as="amount" hoặc bỏ place.';
}

/** What happened within a half year is no more than what happened within a quarter: the two do not compare. */
function* lengthFaults(
  frequencies: readonly Frequency[],
  call: Call,
  { code, nature }: Indicator,
): Generator<string> {
  const versus = call.options.get('versus');
  const compares = ['change', 'ifComparable', 'ifChange'].includes(call.name);
  if (!compares || nature !== 'flow' || typeof versus !== 'string' || !isPeriodId(versus)) return;
  if ((call.options.get('span') ?? 'period') !== 'period' || frequencies.includes(frequencyOf(versus)))
    return;
  yield `số trong kỳ của “${code}” không so sánh được với ${periodName(versus)} vì độ dài khác kỳ báo cáo; vui lòng chọn kỳ cùng độ dài, hoặc ghi span="ytd" hay span="cumulative".`;
}

function* tableFaults({ find, definition }: CheckContext, call: Call): Generator<string> {
  const table = tableOf(call);
  const known = table === undefined ? [] : find.tables(table);
  if (call.name === 'ifAny')
    yield* ifAnyFaults(
      { isTable: known.length > 0, isIndicator: find.indicator(table ?? '') !== undefined },
      call,
      [...Object.keys(definition.indicators), ...find.tableIds],
    );
  if (table === undefined || known.length === 0) return;
  const needed = { documents: DOCUMENT_COLUMNS, documentCounts: ['loai'] }[call.name] ?? [];
  for (const id of needed)
    for (const { column, fault } of columnsNamed(find, table, id)) {
      if (fault !== undefined) yield `hàm “${call.name}” cần cột “${id}”: ${fault}`;
      else if (id === 'loai' && column?.type !== 'choice')
        yield `hàm “${call.name}” cần cột “loai” có type: choice.`;
    }
  const order = call.options.get('order');
  if (call.name === 'rows' && typeof order === 'string')
    for (const { fault } of columnsNamed(find, table, order.replace(/^-/, '')))
      if (fault !== undefined) yield fault;
  for (const code of countedCodes(call))
    if (!find.indicator(code)) yield unknown('chỉ tiêu', code, Object.keys(definition.indicators));
  if (call.name === 'cell') yield* cellFaults({ find }, call, table);
}

function* ifAnyFaults(
  named: { readonly isTable: boolean; readonly isIndicator: boolean },
  call: Call,
  candidates: readonly string[],
): Generator<string> {
  const [name] = call.positional;
  if (typeof name !== 'string') return;
  if (!named.isTable && !named.isIndicator) yield unknown('chỉ tiêu hoặc bảng', name, candidates);
  if (!named.isIndicator && named.isTable)
    for (const option of ['of', 'status', 'span', 'answer'])
      if (call.options.has(option)) yield `“${name}” là bảng nên hàm “ifAny” không dùng đối số “${option}”.`;
  if (named.isIndicator && !named.isTable && call.options.has('where'))
    yield `“${name}” là chỉ tiêu nên hàm “ifAny” không dùng đối số “where”.`;
}

/** Scale, decimals and words belong to numbers. */
function* cellFaults({ find }: Pick<CheckContext, 'find'>, call: Call, table: string): Generator<string> {
  const [id] = call.positional;
  if (typeof id !== 'string') return;
  const numeric = columnsNamed(find, table, id).every(({ column }) => column?.type === 'number');
  for (const option of ['scale', 'decimals', 'word'])
    if (call.options.has(option) && !numeric)
      yield `đối số “${option}” chỉ dùng cho cột số; “${id}” không phải cột số.`;
}

/** The indicator that another one is compared with. */
function otherCode(call: Call): readonly string[] {
  const code = call.name === 'compare' ? call.options.get('with') : undefined;
  return typeof code === 'string' ? [code] : [];
}

function countedCodes(call: Call): readonly string[] {
  const codes = call.name === 'documents' ? call.options.get('count') : undefined;
  return typeof codes === 'string' ? codes.split(/\s+/).filter((code) => code !== '') : [];
}

function spanOf(text: string | undefined): Span | undefined {
  return text === 'ytd' || text === 'cumulative' || text === 'period' ? text : undefined;
}
