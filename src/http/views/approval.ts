/** The approver's page: the answers, what changed, the reasons, and the two answers that there are. */
import type { FormCheck } from '../../domain/collecting/form-check.ts';
import type { FormDifferences } from '../../domain/collecting/form-differences.ts';
import type { FormDesk, RevisionSummary } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { reasonsIn } from './answer-words.ts';
import { answersView } from './answers-view.ts';
import { errorLinks, textarea, titleWith, type ErrorLink, type Tag } from './components.ts';
import { differencesView } from './form-differences.ts';
import { formFrame } from './form-frame.ts';
import { attachmentLinks } from './letter.ts';
import { momentInWords, revisionTag } from './standing-words.ts';

export interface ApprovalPageInput {
  readonly desk: FormDesk;
  readonly check: FormCheck | undefined;
  /** The revision before this one and what changed since; undefined for the first. */
  readonly since: { readonly revision: RevisionSummary; readonly differences: FormDifferences } | undefined;
  /** What differs from the accepted answers of the period before. */
  readonly sincePeriod: FormDifferences | undefined;
}

export interface ApprovalPageState {
  readonly comment?: string;
  readonly commentError?: string;
  /** Why nothing was done. */
  readonly problem?: { readonly message: string; readonly details: readonly string[] };
  readonly notice?: string | undefined;
  readonly status?: number;
}

export function approvalPage(
  { desk, check, since, sincePeriod }: ApprovalPageInput,
  state: ApprovalPageState,
): PageAnswer {
  const latest = desk.revisions.at(-1);
  const comment = textarea({
    name: 'y-kien',
    label: 'Ý kiến trả lại',
    hint: 'Nêu rõ chỗ cần sửa. Chuyên viên đọc được ý kiến này ở đầu phiếu.',
    value: state.comment ?? '',
    rows: 3,
    error: state.commentError ?? null,
  });
  const errors: readonly ErrorLink[] = errorLinks([comment]);
  const changed = new Set(since?.differences.cells.map(({ field }) => field));
  const frame = formFrame(desk, 'approver', 'approval');
  return page(
    'approval',
    titleWith('Xem và duyệt', errors),
    {
      frame,
      errors,
      problem: state.problem ?? null,
      notice: state.notice ?? null,
      revision: latest ? revisionLine(latest) : null,
      newer: latest ? newerInWords(desk, latest) : null,
      number: latest?.number ?? 0,
      mayApprove: desk.acts.includes('approve'),
      mayReturn: desk.acts.includes('return-to-clerk'),
      cannot: desk.acts.includes('approve') ? null : cannotApprove(desk),
      comment,
      reasons: reasonsIn(check),
      since: since
        ? {
            title: `Thay đổi so với phiên bản ${since.revision.number}`,
            about: revisionLine(since.revision, false),
            differences: differencesView(since.differences, desk, [since.revision, latest]),
          }
        : null,
      registers: sincePeriod ? registersSince(sincePeriod, desk) : null,
      answers: latest ? answersView(desk, changed) : null,
      letter:
        desk.letter.reading.kind === 'letter'
          ? `Công văn số ${desk.letter.number} ngày ${desk.letter.date}`
          : null,
      attachments: attachmentLinks(desk, frame.base),
    },
    { status: state.status ?? 200, wide: true },
  );
}

/** Fields have their change beside them. Registers stand from month to month; rows of other tables are new each month. */
function registersSince({ tables }: FormDifferences, desk: FormDesk): object | null {
  const standing = new Set(desk.tables.filter((table) => table.standing).map(({ id }) => id));
  const changed = tables.filter(({ table }) => standing.has(table));
  if (changed.length === 0) return null;
  return {
    title: `Thay đổi ở các sổ so với ${desk.period.previous.name}`,
    differences: differencesView({ cells: [], tables: changed }, desk, undefined, desk.period.previous.name),
  };
}

/** What is typed after a revision is not shown: the answer is to the revision. */
function newerInWords(
  { newerDraft, standing }: FormDesk,
  { number, approval }: RevisionSummary,
): string | null {
  if (!newerDraft) return null;
  const typed = `${newerDraft.by} đang sửa một bản mới, lưu lúc ${momentInWords(newerDraft.at)}, chưa gửi.`;
  if (approval === 'awaiting')
    return `${typed} Trang này là phiên bản ${number} như đã gửi; duyệt hoặc trả lại là trả lời phiên bản ${number}.`;
  return standing.state === 'returned' ? `Trang này là phiên bản ${number}, đã được trả lại.` : null;
}

function revisionLine(
  revision: RevisionSummary,
  isLatest = true,
): {
  readonly text: string;
  readonly tag: Tag;
} {
  return {
    text: `Phiên bản ${revision.number}, ${revision.sentBy === '' ? 'nhận' : `${revision.sentBy} gửi`} lúc ${momentInWords(revision.sentAt)}`,
    tag: revisionTag(revision, isLatest),
  };
}

function cannotApprove({ standing, period }: FormDesk): string {
  if (period.state === 'closed') return 'Kỳ báo cáo đã đóng nên không duyệt được phiếu nữa.';
  switch (standing.state) {
    case 'not-started':
    case 'draft':
      return 'Chuyên viên đang nhập số liệu, chưa có phiên bản nào chờ duyệt. Khi chuyên viên gửi, phiếu hiện tại trang này để duyệt.';
    case 'returned':
      return 'Phiếu đã được trả lại và đang chờ chuyên viên sửa.';
    case 'submitted':
      return 'Phiếu đã được duyệt và nộp.';
    case 'accepted':
      return 'Phiếu đã được cơ quan tổng hợp tiếp nhận.';
    case 'waived':
      return 'Đơn vị được miễn nộp biểu này trong kỳ.';
    case 'awaiting-approval':
      return 'Phiếu hiện chưa duyệt được.';
  }
}
