/** What an administrator decides about a body: whether its papers need its approver before they are submitted. */
import { readAccounts, readFullNames } from '../../db/accounts.ts';
import {
  appendApprovalSetting,
  readApprovalRequired,
  readBodiesWithoutApproval,
  readContacts,
  type ContactOf,
} from '../../db/bodies.ts';
import { readEventsOfBody } from '../../db/events.ts';
import { inTransaction } from '../../db/transaction.ts';
import { actorWithoutAccount, type Account } from '../../domain/account.ts';
import { entityById, type Entity } from '../../domain/entity.ts';
import { bodiesOfDay, readBodies } from '../accounts/bodies.ts';
import { actOfManager, requireManager, type Manager } from '../accounts/manage.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { Workplace } from '../workplace.ts';

export interface BodySettings {
  readonly body: Entity;
  readonly approvalRequired: boolean;
  /** Accounts of its people that are in use. */
  readonly clerks: number;
  readonly approvers: number;
  readonly contact?: ContactOf;
}

/** What was changed about a body, and by whom. */
export interface BodyChange {
  readonly kind: 'approval-required' | 'approval-not-required' | 'contact-saved';
  readonly at: string;
  /** Full name; of who has no account, the name that was recorded. */
  readonly by: string;
}

/** The bodies that exist today, in the order of their names. */
export async function listBodySettings(workplace: Workplace, by: Manager): Promise<readonly BodySettings[]> {
  requireManager(by);
  const today = bodiesOfDay(await readBodies(workplace), workplace.now().slice(0, 10));
  return settingsOf(workplace, today);
}

/**
 * One body, past ones too, with what was changed about it, the latest first.
 * @param id of the body
 * @throws WorkflowProblem "forbidden", "body-unknown"
 */
export async function getBodySettings(
  workplace: Workplace,
  by: Manager,
  id: string,
): Promise<BodySettings & { readonly changes: readonly BodyChange[] }> {
  requireManager(by);
  const [settings] = await settingsOf(workplace, [await requireBody(workplace, id)]);
  if (!settings) throw bodyUnknown(id);
  const events = await readEventsOfBody(workplace.db, id);
  const names = await readFullNames(workplace.db, [...new Set(events.map(({ actor }) => actor))]);
  const changes = events.map(({ kind, details, at, actor }): BodyChange => {
    const decided = details['required'] === 0 ? 'approval-not-required' : 'approval-required';
    return {
      kind: kind === 'contact-saved' ? kind : decided,
      at,
      by: names.get(actor) ?? actorWithoutAccount(actor),
    };
  });
  return { ...settings, changes: changes.toReversed() };
}

/**
 * Holds for what is sent from now on; what waits for its approver goes on waiting, or is submitted by its clerk where no
 * approver is needed any more.
 * @returns false when it was so already: nothing is written
 * @throws WorkflowProblem "forbidden", "body-unknown"
 */
export async function setApprovalRequired(
  workplace: Workplace,
  by: Manager,
  { entity, required }: { readonly entity: string; readonly required: boolean },
): Promise<boolean> {
  requireManager(by);
  const { id } = await requireBody(workplace, entity);
  const act = actOfManager(workplace, by);
  return inTransaction(workplace.db, async (trx) => {
    if ((await readApprovalRequired(trx, id)) === required) return false;
    await appendApprovalSetting(trx, id, required, act);
    return true;
  });
}

async function settingsOf({ db }: Workplace, bodies: readonly Entity[]): Promise<readonly BodySettings[]> {
  const people = peopleOf(await readAccounts(db));
  const without = await readBodiesWithoutApproval(db);
  const contacts = await readContacts(db);
  return bodies.map((body) => {
    const contact = contacts.get(body.id);
    return {
      body,
      approvalRequired: !without.has(body.id),
      clerks: people.get(body.id)?.clerk ?? 0,
      approvers: people.get(body.id)?.approver ?? 0,
      ...(contact ? { contact } : {}),
    };
  });
}

type People = Readonly<Record<'clerk' | 'approver', number>>;

function peopleOf(accounts: readonly Account[]): ReadonlyMap<string, People> {
  const people = new Map<string, People>();
  for (const { entity, role, disabled } of accounts) {
    if (entity === undefined || disabled || (role !== 'clerk' && role !== 'approver')) continue;
    const before = people.get(entity) ?? { clerk: 0, approver: 0 };
    people.set(entity, { ...before, [role]: before[role] + 1 });
  }
  return people;
}

async function requireBody(workplace: Workplace, id: string): Promise<Entity> {
  const body = entityById(await readBodies(workplace), id);
  if (!body) throw bodyUnknown(id);
  return body;
}

function bodyUnknown(id: string): WorkflowProblem {
  return new WorkflowProblem('body-unknown', `Không có đơn vị “${id}” trong danh mục đơn vị.`);
}
