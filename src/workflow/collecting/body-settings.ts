/** Whether a body's papers need its approver before they are submitted: decided by the administrator. */
import { appendApprovalSetting, readApprovalRequired as read } from '../../db/bodies.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { requireRole } from './paper.ts';

/** Holds for what is sent from now on; what waits for its approver goes on waiting. */
export async function setApprovalRequired(
  workplace: Workplace,
  person: Person,
  { entity, required }: { readonly entity: string; readonly required: boolean },
): Promise<void> {
  requireRole(person, 'admin');
  const act = actOf({ ...workplace, actor: person.name });
  await inTransaction(workplace.db, async (trx) => {
    if ((await read(trx, entity)) !== required) await appendApprovalSetting(trx, entity, required, act);
  });
}

/** A body needs its approver unless it was decided otherwise. */
export async function readApprovalRequired({ db }: Workplace, entity: string): Promise<boolean> {
  return read(db, entity);
}
