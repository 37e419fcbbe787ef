/** The page before sending: what is empty, wrong and unusual, each leading to its field, and the reasons. */
import type { FormCheck, FormIssue, FormPlace } from '../../domain/collecting/form-check.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { errorLinks, textarea, titleWith, type ErrorLink, type Textarea } from './components.ts';
import { formFrame, type FormFrame } from './form-frame.ts';

export interface CheckPageState {
  /** Of the request to send: the same token is one sending, however often it arrives. */
  readonly token: string;
  /** Sending was asked for: what lacks a reason is an error now. */
  readonly asked: boolean;
  /** Why nothing was sent, beside what the list says. */
  readonly problem?: { readonly message: string; readonly details: readonly string[] };
  /** The reasons as they were just typed, by what they are about. */
  readonly typed?: ReadonlyMap<string, string>;
  readonly notice?: string | undefined;
  readonly status?: number;
}

interface IssueView {
  readonly message: string;
  readonly places: readonly { readonly text: string; readonly href: string }[];
}

interface UnusualView extends IssueView {
  readonly number: number;
  readonly id: string;
  readonly former: boolean;
  readonly reason: Textarea;
}

export function checkPage(desk: FormDesk, check: FormCheck, state: CheckPageState): PageAnswer {
  const frame = formFrame(desk, 'clerk', 'check');
  const ofKind = (kind: FormIssue['kind']): readonly FormIssue[] =>
    check.issues.filter((issue) => issue.kind === kind);
  const [empty, wrong] = [ofKind('empty'), ofKind('wrong')];
  const unusual = ofKind('unusual').map((issue, index) => unusualView(issue, index + 1, frame, desk, state));
  const blank = empty.flatMap((issue) => blankField(issue, frame, desk) ?? []);
  const stopped = empty.length + wrong.length;
  const errors = errorLinks(unusual.map(({ reason }) => reason));
  const maySend = desk.acts.includes('send');
  return page(
    'check',
    titleWith('Kiểm tra và gửi', state.problem ? [state.problem] : errors),
    {
      frame,
      problem: state.problem ?? null,
      notice: state.notice ?? null,
      errors,
      emptyCount: empty.length,
      blank,
      empty: empty
        .filter((issue) => !blankField(issue, frame, desk))
        .map((issue) => issueView(issue, frame, desk)),
      wrong: wrong.map((issue) => issueView(issue, frame, desk)),
      unusual,
      clean: check.issues.length === 0,
      stopped: stopped === 0 ? null : stoppedInWords(empty.length, wrong.length),
      maySend,
      mayReason: maySend && unusual.length > 0,
      cannotSend: maySend ? null : cannotSend(desk),
      sendText: desk.approvalRequired ? 'Gửi lãnh đạo duyệt' : 'Nộp phiếu báo cáo',
      afterwards: desk.approvalRequired
        ? 'Phiếu được chuyển tới lãnh đạo đơn vị; sau khi lãnh đạo duyệt, phiếu được nộp cho cơ quan tổng hợp.'
        : 'Phiếu được nộp ngay cho cơ quan tổng hợp; đơn vị nhận được biên nhận.',
      letter: letterInWords(desk),
      attachments: desk.attachments.length,
      seen: check.version,
      token: state.token,
    },
    { status: state.status ?? 200 },
  );
}

function issueView(issue: FormIssue, { base }: FormFrame, desk: FormDesk): IssueView {
  return {
    message: issue.message,
    places: issue.places.flatMap((place) => {
      const text = placeInWords(place, desk);
      return text === undefined ? [] : [{ text, href: `${base}${addressOf(place)}` }];
    }),
  };
}

/** A field without any answer: there may be many, so one sentence is said of all. Undefined: something else. */
function blankField({ places }: FormIssue, { base }: FormFrame, desk: FormDesk): ErrorLink | undefined {
  const [place] = places;
  if (place?.kind !== 'field') return undefined;
  const field = desk.sections.flatMap(({ fields }) => fields).find(({ id }) => id === place.field);
  return field?.reading.kind === 'blank'
    ? { text: field.label, href: `${base}${addressOf(place)}` }
    : undefined;
}

function unusualView(
  issue: FormIssue,
  number: number,
  frame: FormFrame,
  desk: FormDesk,
  { asked, typed }: CheckPageState,
): UnusualView {
  const reason = typed?.get(issue.id) ?? issue.reason ?? issue.formerReason ?? '';
  const former = issue.reason === undefined && issue.formerReason !== undefined;
  return {
    ...issueView(issue, frame, desk),
    number,
    id: issue.id,
    former,
    reason: textarea({
      id: `ly-do-${number}`,
      name: `ly-do-${number}`,
      label: `Lý do của mục ${number}`,
      hint: former
        ? 'Lý do này được ghi khi ô còn số liệu khác. Đề nghị xem lại, sửa nếu cần.'
        : 'Lý do được lưu cùng số liệu và gửi kèm phiếu.',
      value: reason,
      rows: 2,
      error: asked && issue.reason === undefined ? `Mục ${number}: cần ghi lý do trước khi gửi.` : null,
    }),
  };
}

/** Where on the form's pages a place is. */
function addressOf(place: FormPlace): string {
  switch (place.kind) {
    case 'field':
      return `#field-${place.field}`;
    case 'row':
      return `#row-${place.table}-${place.row}`;
    case 'table':
      return `#table-${place.table}`;
    case 'letter':
      return '/cong-van';
    case 'form':
      return '';
  }
}

function placeInWords(place: FormPlace, { sections, tables }: FormDesk): string | undefined {
  switch (place.kind) {
    case 'field': {
      const field = sections.flatMap(({ fields }) => fields).find(({ id }) => id === place.field);
      return field && `Đến ô “${field.label}”`;
    }
    case 'row': {
      const table = tables.find(({ id }) => id === place.table);
      const index = table?.rows.findIndex(({ id }) => id === place.row) ?? -1;
      return (
        table && (index < 0 ? `Đến bảng “${table.title}”` : `Đến bảng “${table.title}”, dòng ${index + 1}`)
      );
    }
    case 'table': {
      const table = tables.find(({ id }) => id === place.table);
      return table && `Đến bảng “${table.title}”`;
    }
    case 'letter':
      return 'Đến công văn gửi kèm';
    case 'form':
      return 'Đến phiếu';
  }
}

function stoppedInWords(empty: number, wrong: number): string {
  const parts = [
    ...(empty > 0 ? [`${empty} chỗ còn trống`] : []),
    ...(wrong > 0 ? [`${wrong} chỗ có lỗi`] : []),
  ];
  return `Chưa gửi được phiếu: ${parts.join(' và ')}. Đề nghị hoàn thiện các mục nêu trên, rồi mở lại trang này.`;
}

function cannotSend({ standing, period }: FormDesk): string {
  if (period.state === 'closed') return 'Kỳ báo cáo đã đóng nên không gửi được phiếu nữa.';
  switch (standing.state) {
    case 'awaiting-approval':
      return 'Phiếu đã được gửi lãnh đạo duyệt. Nếu sửa số liệu, phiếu sẽ phải được gửi duyệt lại.';
    case 'submitted':
    case 'accepted':
      return 'Phiếu đã được nộp. Nếu cần sửa, đề nghị xin mở lại phiếu tại trang “Các phiên bản”.';
    case 'waived':
      return 'Đơn vị được miễn nộp biểu này trong kỳ.';
    case 'not-started':
    case 'draft':
    case 'returned':
      return 'Phiếu hiện chưa gửi được.';
  }
}

function letterInWords({ letter }: FormDesk): string {
  return letter.reading.kind === 'letter'
    ? `Công văn số ${letter.number} ngày ${letter.date}`
    : 'Chưa ghi số, ngày công văn';
}
