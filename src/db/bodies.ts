/** What is kept of a body itself: whom to call, and whether its papers need its approver. The latest row counts. */
import type { Knex } from 'knex';
import { appendEvents, type Act } from './events.ts';

/** Whom the department calls. */
export interface ContactOf {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly at: string;
  /** User name. */
  readonly by: string;
}

/** With its event, which does not repeat what was said. */
export async function appendContact(
  trx: Knex.Transaction,
  entity: string,
  { name, phone, email }: Pick<ContactOf, 'name' | 'phone' | 'email'>,
  act: Act,
): Promise<void> {
  const { at, actor } = act;
  await trx('contacts').insert({ entity, name, phone, email, at, actor });
  await appendEvents(trx, [{ kind: 'contact-saved', entity }], act);
}

export async function readContact(db: Knex, entity: string): Promise<ContactOf | undefined> {
  const row = await db('contacts').where({ entity }).orderBy('id', 'desc').first();
  return row && { name: row.name, phone: row.phone, email: row.email, at: row.at, by: row.actor };
}

/** Whom to call at each body that said so, by body. */
export async function readContacts(db: Knex): Promise<ReadonlyMap<string, ContactOf>> {
  const rows = await db('contacts').orderBy('id');
  return new Map(
    rows.map(({ entity, name, phone, email, at, actor: by }) => [entity, { name, phone, email, at, by }]),
  );
}

/** With its event. */
export async function appendApprovalSetting(
  trx: Knex.Transaction,
  entity: string,
  required: boolean,
  act: Act,
): Promise<void> {
  const { at, actor } = act;
  await trx('body_settings').insert({ entity, approval_required: required ? 1 : 0, at, actor });
  const details = { required: required ? 1 : 0 };
  await appendEvents(trx, [{ kind: 'approval-setting-changed', entity, details }], act);
}

/** The bodies whose papers are submitted without an approver. */
export async function readBodiesWithoutApproval(db: Knex): Promise<ReadonlySet<string>> {
  const rows = await db('body_settings').orderBy('id').select('entity', 'approval_required');
  const latest = new Map(rows.map(({ entity, approval_required }) => [entity, approval_required]));
  return new Set([...latest].flatMap(([entity, required]) => (required === 0 ? [entity] : [])));
}

/** A body needs its approver unless it was decided otherwise. */
export async function readApprovalRequired(db: Knex, entity: string): Promise<boolean> {
  const row = await db('body_settings').where({ entity }).orderBy('id', 'desc').first('approval_required');
  return row?.approval_required !== 0;
}
