/** A revision becomes the department's: with a receipt, and with its reasons where compiling looks for them. */
import type { Attachment } from '../../db/attachments.ts';
import type { PaperKey } from '../../db/drafts.ts';
import { eventsOf, type Act, type Subject } from '../../db/events.ts';
import { justificationsOf } from '../../db/justifications.ts';
import { canonicalJson, sha256 } from '../../db/json.ts';
import { receiptOf, type ReceiptOf } from '../../db/sendings.ts';
import type { RevisionRecord } from '../../db/revision-records.ts';
import type { Write, Written } from '../../db/writes.ts';

/** What submitting writes, and the receipt once it is written. */
export interface Submitting {
  readonly writes: readonly Write[];
  readonly receipt: (written: Written) => ReceiptOf;
}

/**
 * The hash of a receipt covers the answers (by their own hash), the letter and each attachment.
 * @param before what else the same act did before
 */
export function submit(
  { report, period, form, entity }: PaperKey,
  { id, hash: answers, letter, reasons }: Pick<RevisionRecord, 'id' | 'hash' | 'letter' | 'reasons'>,
  attachments: readonly Attachment[],
  act: Act,
  before: readonly Subject[] = [],
): Submitting {
  const document = {
    answers,
    letter: letter ?? null,
    attachments: attachments.map((attachment) => attachment.sha256),
  };
  const hash = sha256(canonicalJson(document));
  const submitted = { kind: 'form-submitted', report, period, form, entity, revision: id } as const;
  const given = reasons.map(({ finding, reason }) => ({ finding, reason, at: act.at }));
  return {
    writes: [
      receiptOf(report, id, hash, act),
      eventsOf([...before, { ...submitted, details: { hash }, numbered: 'receipt' }], act),
      ...justificationsOf(report, period, given, act),
    ],
    receipt: ({ number }) => ({ number, revision: id, hash, at: act.at, by: act.actor }),
  };
}
