/** Forms and receipts as they are read on pages and paper: people by their full names, not by those of their accounts. */
import type { Person } from '../../domain/account.ts';
import type { Workplace } from '../workplace.ts';
import type { AttachmentInfo, FormDesk, FormKey, RevisionSummary } from './form-desk.ts';
import { accountsOnDesk, namedDesk, namesOf, type NameOf } from './name-people.ts';
import { readForm } from './read-form.ts';
import { readReceipt, type ReceiptSheet } from './read-receipt.ts';

/** @throws WorkflowProblem as `readForm`. */
export async function readNamedForm(workplace: Workplace, person: Person, key: FormKey): Promise<FormDesk> {
  const desk = await readForm(workplace, person, key);
  const { standing, revisions, attachments, newerDraft } = desk;
  const { returned, reopening } = standing;
  const nameOf = await namesOf(workplace, [
    ...revisions.flatMap(({ sentBy, approvedBy, kept, decision }) => [
      sentBy,
      approvedBy,
      kept?.by,
      decision?.by,
    ]),
    ...attachments.map(({ by }) => by),
    returned?.actor,
    reopening?.actor,
    newerDraft?.by,
    ...accountsOnDesk(desk, person),
  ]);
  const ofOthers: NameOf = (account) => (account === person.name ? account : nameOf(account));
  return {
    ...namedDesk(desk, ofOthers),
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

function namedRevision(revision: RevisionSummary, nameOf: NameOf): RevisionSummary {
  const { sentBy, approvedBy, kept, decision } = revision;
  return {
    ...revision,
    sentBy: nameOf(sentBy),
    ...(approvedBy === undefined ? {} : { approvedBy: nameOf(approvedBy) }),
    ...(kept ? { kept: { ...kept, by: nameOf(kept.by) } } : {}),
    ...(decision ? { decision: { ...decision, by: nameOf(decision.by) } } : {}),
  };
}

function namedAttachment(attachment: AttachmentInfo, nameOf: NameOf): AttachmentInfo {
  return { ...attachment, by: nameOf(attachment.by) };
}
