/** All revisions of a form, the differences of two of them, and asking to have it back. */
import type { FormDifferences } from '../../domain/collecting/form-differences.ts';
import type { FormDesk, RevisionSummary } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { choices, errorLinks, textarea, titleWith } from './components.ts';
import { differencesView, papersOf } from './form-differences.ts';
import { formFrame } from './form-frame.ts';
import { receiptNumber } from './receipt.ts';
import { momentInWords, revisionTag } from './standing-words.ts';

/** Two revisions held against each other. */
export interface Comparison {
  readonly from: number;
  readonly to: number;
  readonly differences: FormDifferences;
}

export interface RevisionsPageState {
  readonly reason?: string;
  readonly reasonError?: string;
  readonly notice?: string | undefined;
  readonly status?: number;
}

export function revisionsPage(
  desk: FormDesk,
  viewer: 'clerk' | 'approver',
  comparison: Comparison | undefined,
  state: RevisionsPageState = {},
): PageAnswer {
  const reason = textarea({
    name: 'ly-do',
    label: 'Lý do xin mở lại',
    hint: 'Nêu rõ số liệu cần sửa và vì sao. Cơ quan tổng hợp xem xét và trả lời.',
    value: state.reason ?? '',
    rows: 3,
    error: state.reasonError ?? null,
  });
  const errors = errorLinks([reason]);
  const numbers = desk.revisions.map(({ number }) => ({
    value: String(number),
    text: `Phiên bản ${number}`,
  }));
  const { reopening } = desk.standing;
  return page(
    'revisions',
    titleWith('Các phiên bản', errors),
    {
      frame: formFrame(desk, viewer, 'revisions'),
      errors,
      notice: state.notice ?? null,
      revisions: desk.revisions.toReversed().map((revision, index) => revisionRow(revision, index === 0)),
      comparable: desk.revisions.length > 1,
      from: choices({ name: 'tu', label: 'So phiên bản' }, String(comparison?.from ?? ''), numbers),
      to: choices({ name: 'den', label: 'với' }, String(comparison?.to ?? ''), numbers),
      comparison: comparison
        ? {
            title: `Khác nhau giữa phiên bản ${comparison.from} và phiên bản ${comparison.to}`,
            differences: differencesView(comparison.differences, desk, papersOf(desk.revisions, comparison)),
          }
        : null,
      reopening: reopening
        ? {
            asked: `${reopening.actor} xin mở lại lúc ${momentInWords(reopening.at)}`,
            reason: reopening.reason,
            refused: reopening.refused
              ? {
                  text: `Cơ quan tổng hợp chưa đồng ý lúc ${momentInWords(reopening.refused.at)}`,
                  reason: reopening.refused.reason,
                }
              : null,
          }
        : null,
      mayAsk: desk.acts.includes('ask-reopening'),
      reason,
    },
    { status: state.status ?? 200, wide: true },
  );
}

function revisionRow(revision: RevisionSummary, isLatest: boolean): object {
  const { number, sentAt, sentBy, approvedAt, approvedBy, receipt, letter, attachments } = revision;
  // The department never has what the approver kept: a revision has one answer.
  const answer = revision.decision ?? revision.kept;
  return {
    number,
    title: `Bản ${number}`,
    tag: revisionTag(revision, isLatest),
    sent: `${momentInWords(sentAt)}${sentBy === '' ? '' : `, ${sentBy}`}`,
    approved:
      approvedAt === undefined
        ? ''
        : `${momentInWords(approvedAt)}${approvedBy === undefined ? '' : `, ${approvedBy}`}`,
    comment: answer?.reason ?? '',
    decided: answer ? `${momentInWords(answer.at)}, ${answer.by}` : '',
    receipt: receipt === undefined ? null : receiptNumber(receipt),
    papers: [
      ...(letter ? [letter.number] : []),
      ...(attachments.length > 0 ? [`${attachments.length} tệp`] : []),
    ].join(', '),
  };
}
