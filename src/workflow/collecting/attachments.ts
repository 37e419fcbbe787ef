/** Scans that come with a form: taken in by their content, kept in the database, given out only as what they are. */
import {
  addAttachment as insert,
  readAttachment as readOne,
  readAttachments,
  removeAttachment as remove,
} from '../../db/attachments.ts';
import { nextVersion } from '../../db/drafts.ts';
import { inPaperTransaction, inSnapshot } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import {
  attachmentName,
  attachmentType,
  LARGEST_ATTACHMENT,
  MOST_ATTACHMENTS,
} from '../../domain/collecting/attachment-type.ts';
import { viewerFor } from '../../domain/collecting/form-standing.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { AttachmentInfo, FormKey } from './form-desk.ts';
import { requirePaper, requireRole } from './paper.ts';
import { readPaperState, requireAct } from './paper-state.ts';
import { lockOf } from './save-cells.ts';

/**
 * Adds a scan. Its type is told by its first bytes, its name is made safe.
 * @throws WorkflowProblem "attachment" when it is of another type, empty, too large, there already, or one too many.
 */
export async function addAttachment(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { name: given, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<AttachmentInfo> {
  requireRole(person, 'clerk');
  if (bytes.byteLength === 0) throw refused('tệp không có nội dung (0 byte); đề nghị chọn lại tệp');
  const type = attachmentType(bytes);
  if (bytes.byteLength > LARGEST_ATTACHMENT)
    throw refused(
      `tệp lớn hơn ${LARGEST_ATTACHMENT / 1024 / 1024} MB; đề nghị quét ở độ phân giải thấp hơn hoặc tách tệp`,
    );
  if (!type) throw refused('tệp không phải PDF, PNG hoặc JPEG; đề nghị quét hoặc xuất văn bản sang PDF');
  const name = attachmentName(given, type);
  const act = actOf({ ...workplace, actor: person.name });
  return inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('edit', state, paper);
    const listed = await readAttachments(trx, paper.key);
    if (listed.length >= MOST_ATTACHMENTS)
      throw refused(`phiếu đã có ${MOST_ATTACHMENTS} tệp; đề nghị bỏ bớt hoặc gộp các tệp`);
    const added = await insert(trx, paper.key, { name, type, bytes }, act);
    if (listed.some(({ sha256 }) => sha256 === added.sha256))
      throw refused('tệp này đã được gửi kèm từ trước');
    await nextVersion(trx, paper.key, state.draft, state.latest?.number ?? 0, act);
    return added;
  });
}

/** Takes a scan out of the form as it is now; what was sent before keeps it. @throws "attachment-unknown". */
export async function removeAttachment(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { attachment }: { readonly attachment: number },
): Promise<void> {
  requireRole(person, 'clerk');
  const act = actOf({ ...workplace, actor: person.name });
  await inPaperTransaction(workplace.db, lockOf(person, key), async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const state = await readPaperState(trx, person, paper, act.at);
    requireAct('edit', state, paper);
    const known = (await readAttachments(trx, paper.key)).find(({ id }) => id === attachment);
    if (!known) throw unknown();
    await remove(trx, paper.key, known, act);
    await nextVersion(trx, paper.key, state.draft, state.latest?.number ?? 0, act);
  });
}

/**
 * A scan with its bytes. The department is given what went with a revision that it received, the approver what went with
 * one that was sent, nothing else.
 */
export async function readAttachment(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  { attachment }: { readonly attachment: number },
): Promise<{ readonly info: AttachmentInfo; readonly bytes: Uint8Array }> {
  return inSnapshot(workplace.db, async (trx) => {
    const paper = await requirePaper(trx, person, key);
    const found = await readOne(trx, paper.key, attachment);
    if (!found) throw unknown();
    const viewer = viewerFor(person.role);
    if (viewer !== 'body') {
      const { records } = await readPaperState(trx, person, paper, workplace.now());
      const isShown = records.some(
        ({ id, approval }) =>
          (viewer === 'approver' || approval === 'submitted') && found.revisions.includes(id),
      );
      if (!isShown) throw unknown();
    }
    return { info: found.info, bytes: found.bytes };
  });
}

function refused(why: string): WorkflowProblem {
  return new WorkflowProblem('attachment', `Tệp chưa được nhận: ${why}.`);
}

function unknown(): WorkflowProblem {
  return new WorkflowProblem('attachment-unknown', 'Không có tệp kèm theo này. Đề nghị tải lại trang.');
}
