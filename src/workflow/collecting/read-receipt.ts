/** The receipt of what a body submitted last: what the printable page says. */
import { readSentAttachments } from '../../db/attachments.ts';
import type { ReceiptOf } from '../../db/sendings.ts';
import { inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import type { Letter } from '../../domain/collecting/draft.ts';
import { periodName } from '../../domain/period.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { AttachmentInfo, FormKey } from './form-desk.ts';
import { requirePaper } from './paper.ts';
import { readPaperState } from './paper-state.ts';

export interface ReceiptSheet {
  readonly receipt: ReceiptOf;
  readonly report: string;
  readonly period: string;
  readonly form: { readonly id: string; readonly title: string };
  readonly entity: string;
  /** Number of the revision, who sent it, and who approved it. */
  readonly revision: number;
  readonly answersHash: string;
  readonly sentBy: string;
  readonly sentAt: string;
  readonly approvedBy?: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly letter?: Letter;
  readonly attachments: readonly AttachmentInfo[];
}

/**
 * @param revision number of a submitted revision; absent: the last one
 * @throws WorkflowProblem "submission-unknown" when there is no receipt.
 */
export async function readReceipt(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { revision }: { readonly revision?: number } = {},
): Promise<ReceiptSheet> {
  return inSnapshot(workplace.db, async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const { records } = await readPaperState(trx, person, paper, workplace.now());
    const record = records.findLast(
      ({ receipt, number }) => receipt !== undefined && (revision === undefined || number === revision),
    );
    if (!record?.receipt)
      throw new WorkflowProblem(
        'submission-unknown',
        `Biểu ${paper.form.id} của ${paper.entity.name} chưa có giấy tiếp nhận: phiếu chưa được nộp qua hệ thống.`,
      );
    const { definition, settings } = paper.pinned;
    return {
      receipt: record.receipt,
      report: definition.report.title,
      period: periodName(settings.id),
      form: { id: paper.form.id, title: paper.form.title },
      entity: paper.entity.name,
      revision: record.number,
      answersHash: record.hash,
      sentBy: record.sentBy,
      sentAt: record.sentAt,
      ...(record.approvedBy === undefined ? {} : { approvedBy: record.approvedBy }),
      due: settings.due,
      isLate: Date.parse(record.receipt.at) > Date.parse(settings.due),
      ...(record.letter ? { letter: record.letter } : {}),
      attachments: (await readSentAttachments(trx, paper.key)).get(record.id) ?? [],
    };
  });
}
