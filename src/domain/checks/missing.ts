/** What is not there: forms not received or empty, required cells left blank, cells answered "chưa có số liệu". */
import { pendingFindingId } from '../aggregation/answers.ts';
import type { Book } from '../aggregation/book.ts';
import type { Completeness, OwedForm } from '../completeness.ts';
import type { Finding } from '../finding.ts';
import { shortDate } from '../dates.ts';
import { stateInWords } from '../model/outcomes.ts';
import { nameOf } from '../narration/show.ts';
import type { Cell } from '../submission.ts';
import { shortPeriodName } from '../period.ts';
import { labelOf } from './describe.ts';
import { soft } from './found.ts';
import { blankInWords } from './standing.ts';

export function findMissing(book: Book, completeness: Completeness): readonly Finding[] {
  return [...completeness.forms.flatMap(missingOf(book)), ...missingInParts(book, completeness)];
}

/**
 * What is missing in the shorter periods that the report is compiled from. It is sent, waived or given a reason there:
 * a finding here stops the report, and names the period.
 */
function missingInParts(book: Book, { parts = [], unopened = [] }: Completeness): readonly Finding[] {
  const justified = new Map(
    [...book.parts].map(([period, { facts }]) => [
      period,
      new Set(facts.justifications.map(({ finding }) => finding)),
    ]),
  );
  const missing = parts.flatMap(({ period = '', ...owed }) => {
    const part = book.parts.get(period);
    if (!part) return [];
    return missingOf(part)(owed)
      .filter(({ id }) => justified.get(period)?.has(id) !== true)
      .map((finding): Finding => ({
        ...finding,
        id: `${finding.check}:${period}/${finding.id.slice(finding.check.length + 1)}`,
        severity: 'hard',
        message: `Kỳ ${shortPeriodName(period)}: ${finding.message}`,
      }));
  });
  const own = shortPeriodName(book.facts.period.id);
  return [
    ...missing,
    ...unopened.map((period) =>
      soft(
        `part:${period}`,
        'part',
        `báo cáo ${own} được tổng hợp từ các kỳ ngắn hơn, nhưng kỳ ${shortPeriodName(period)} chưa được mở nên chỉ có thể lấy số liệu lịch sử`,
        [],
        'Đề nghị mở kỳ ấy và nhập phiếu, hoặc ghi lý do lấy số liệu lịch sử.',
      ),
    ),
  ];
}

function missingOf(book: Book): (owed: OwedForm) => readonly Finding[] {
  return (owed) => {
    if (owed.state === 'waived') return [];
    if (owed.state !== 'accepted' || owed.empty) return [notReceived(book, owed)];
    return [...blanks(book, owed), ...pendings(book, owed)];
  };
}

function notReceived(book: Book, owed: OwedForm): Finding {
  const { form, entity } = owed;
  const body = nameOf(book, entity, 'full');
  return {
    id: `missing:${form}/${entity}`,
    check: 'missing',
    severity: 'hard',
    message: `Biểu ${form}, ${body}: ${stateInWords(owed).toLocaleLowerCase('vi')}. ${adviceFor(owed)}`,
    places: [{ kind: 'form', form, entity }],
  };
}

/** What is left to do depends on where the form stands. */
function adviceFor({ state, empty }: OwedForm): string {
  const orWaive = 'hoặc ghi quyết định miễn nộp';
  if (empty) return `Đề nghị đơn vị điền số liệu và nộp lại, ${orWaive}.`;
  if (state === 'submitted') return 'Đề nghị kiểm tra và tiếp nhận phiếu, hoặc trả lại kèm lý do.';
  if (state === 'returned') return `Đề nghị đơn vị sửa và nộp lại, ${orWaive}.`;
  if (state === 'awaiting-approval') return `Đề nghị lãnh đạo đơn vị duyệt phiếu, ${orWaive}.`;
  return `Đề nghị đôn đốc đơn vị nộp phiếu, ${orWaive}.`;
}

function blanks(book: Book, { form, entity, blank }: OwedForm): readonly Finding[] {
  return blank.map((field) => ({
    id: `blank:${form}/${entity}/${field}`,
    check: 'blank',
    severity: 'hard',
    message: blankInWords(book, form, entity, field),
    places: [{ kind: 'form', form, entity }],
  }));
}

function pendings(book: Book, { form, entity, pending }: OwedForm): readonly Finding[] {
  return pending.map((field) => {
    const cell = book.index.submission(form, entity)?.revision.cells[field];
    const reason = cell?.state === 'pending' ? cell.reason : '';
    const statement = `Biểu ${form}, ${nameOf(book, entity)}, ô “${labelOf(book, form, field)}”: chưa có số liệu (${reason}${expectedOn(cell)}).`;
    return {
      id: pendingFindingId(form, entity, field),
      check: 'pending',
      severity: 'soft',
      message: `${statement} Đề nghị đơn vị bổ sung; nếu ghi lý do chấp nhận, số tổng hợp chỉ gồm các đơn vị còn lại.`,
      statement,
      places: [{ kind: 'form', form, entity }],
    };
  });
}

function expectedOn(cell: Cell | undefined): string {
  return cell?.state === 'pending' && cell.expected !== undefined
    ? `; dự kiến có ngày ${shortDate(cell.expected)}`
    : '';
}
