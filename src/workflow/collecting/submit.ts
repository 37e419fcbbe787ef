/** A revision becomes the department's: with a receipt, and with its reasons where compiling looks for them. */
import type { Knex } from 'knex';
import type { Attachment } from '../../db/attachments.ts';
import type { PaperKey } from '../../db/drafts.ts';
import { appendEvents, type Act, type Subject } from '../../db/events.ts';
import { appendJustifications } from '../../db/justifications.ts';
import { canonicalJson, sha256 } from '../../db/json.ts';
import { appendReceipt, type ReceiptOf } from '../../db/sendings.ts';
import type { RevisionRecord } from '../../db/revision-records.ts';

/**
 * The hash of a receipt covers the answers (by their own hash), the letter and each attachment.
 * @param before what else the same act did before
 */
export async function submit(
  trx: Knex.Transaction,
  { report, period, form, entity }: PaperKey,
  { id, hash, letter, reasons }: Pick<RevisionRecord, 'id' | 'hash' | 'letter' | 'reasons'>,
  attachments: readonly Attachment[],
  act: Act,
  before: readonly Subject[] = [],
): Promise<ReceiptOf> {
  const document = {
    answers: hash,
    letter: letter ?? null,
    attachments: attachments.map((attachment) => attachment.sha256),
  };
  const receipt = await appendReceipt(trx, report, id, sha256(canonicalJson(document)), act);
  const details = { receipt: receipt.number, hash: receipt.hash };
  await appendEvents(
    trx,
    [...before, { kind: 'form-submitted', report, period, form, entity, revision: id, details }],
    act,
  );
  await appendJustifications(
    trx,
    report,
    period,
    reasons.map(({ finding, reason }) => ({ finding, reason, at: act.at })),
    act,
  );
  return receipt;
}
