/** Forms and receipts as they are read on pages and paper: people by their full names, not by those of their accounts. */
import { readFullNames } from '../../db/accounts.ts';
import type { Person } from '../../domain/account.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachmentInfo, FormDesk, FormKey, RevisionSummary } from './form-desk.ts';
import { readForm } from './read-form.ts';
import { readReceipt, type ReceiptSheet } from './read-receipt.ts';

/** Who did not do it by an account, such as an import, keeps the name that was recorded. */
type NameOf = (account: string) => string;

/** @throws WorkflowProblem as `readForm`. */
export async function readNamedForm(workplace: Workplace, person: Person, key: FormKey): Promise<FormDesk> {
  const desk = await readForm(workplace, person, key);
  const { standing, revisions, attachments, newerDraft } = desk;
  const { returned, reopening } = standing;
  const nameOf = await namesOf(workplace, [
    ...revisions.flatMap(({ sentBy, approvedBy, decision }) => [sentBy, approvedBy, decision?.by]),
    ...attachments.map(({ by }) => by),
    returned?.actor,
    reopening?.actor,
    newerDraft?.by,
  ]);
  return {
    ...desk,
    ...(newerDraft ? { newerDraft: { ...newerDraft, by: nameOf(newerDraft.by) } } : {}),
    standing: {
      ...standing,
      ...(returned ? { returned: { ...returned, actor: nameOf(returned.actor) } } : {}),
      ...(reopening ? { reopening: { ...reopening, actor: nameOf(reopening.actor) } } : {}),
    },
    revisions: revisions.map((revision) => namedRevision(revision, nameOf)),
    attachments: attachments.map((attachment) => namedAttachment(attachment, nameOf)),
  };
}

/** @throws WorkflowProblem as `readReceipt`. */
export async function readNamedReceipt(
  workplace: Workplace,
  person: Person,
  key: FormKey,
  which: { readonly revision?: number },
): Promise<ReceiptSheet> {
  const sheet = await readReceipt(workplace, person, key, which);
  const { sentBy, approvedBy } = sheet;
  const nameOf = await namesOf(workplace, [sentBy, approvedBy]);
  return {
    ...sheet,
    sentBy: nameOf(sentBy),
    ...(approvedBy === undefined ? {} : { approvedBy: nameOf(approvedBy) }),
  };
}

async function namesOf({ db }: Workplace, accounts: readonly (string | undefined)[]): Promise<NameOf> {
  const known = accounts.filter((name): name is string => name !== undefined && name !== '');
  const names = await readFullNames(db, [...new Set(known)]);
  return (account) => names.get(account) ?? account;
}

function namedRevision(revision: RevisionSummary, nameOf: NameOf): RevisionSummary {
  const { sentBy, approvedBy, decision } = revision;
  return {
    ...revision,
    sentBy: nameOf(sentBy),
    ...(approvedBy === undefined ? {} : { approvedBy: nameOf(approvedBy) }),
    ...(decision ? { decision: { ...decision, by: nameOf(decision.by) } } : {}),
  };
}

function namedAttachment(attachment: AttachmentInfo, nameOf: NameOf): AttachmentInfo {
  return { ...attachment, by: nameOf(attachment.by) };
}
