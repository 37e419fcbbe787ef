/** Scans that come with a body's form: kept as they were, listed while they belong to the form as it is now. */
import type { Knex } from 'knex';
import type { AttachmentRecord } from './collecting-tables.ts';
import type { PaperKey } from './drafts.ts';
import { appendEvents, type Act } from './events.ts';
import { sha256 } from './json.ts';

export interface Attachment {
  readonly id: number;
  readonly name: string;
  readonly type: AttachmentRecord['type'];
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly at: string;
  /** User name. */
  readonly by: string;
}

const INFO = ['id', 'name', 'type', 'size', 'sha256', 'at', 'actor'] as const;

export async function addAttachment(
  trx: Knex.Transaction,
  { report, period, form, entity }: PaperKey,
  { name, type, bytes }: Pick<AttachmentRecord, 'name' | 'type'> & { readonly bytes: Uint8Array },
  act: Act,
): Promise<Attachment> {
  const size = bytes.byteLength;
  const hash = sha256(bytes);
  const [added] = await trx('attachments')
    .insert({
      report,
      period,
      form,
      entity,
      name,
      type,
      size,
      sha256: hash,
      bytes: Buffer.from(bytes),
      listed: 1,
      at: act.at,
      actor: act.actor,
    })
    .returning('id');
  await appendEvents(
    trx,
    [{ kind: 'attachment-added', report, period, form, entity, details: { name, sha256: hash } }],
    act,
  );
  return { id: added?.id ?? 0, name, type, size, sha256: hash, at: act.at, by: act.actor };
}

/** The attachments that belong to a form as it is now, in the order in which they were added. */
export async function readAttachments(
  db: Knex,
  { report, period, form, entity }: PaperKey,
): Promise<readonly Attachment[]> {
  const rows = await db('attachments')
    .where({ report, period, form, entity, listed: 1 })
    .orderBy('id')
    .select(...INFO);
  return rows.map(attachmentOf);
}

/** The attachments that were sent with each revision of a form, by revision id. */
export async function readSentAttachments(
  db: Knex,
  { report, period, form, entity }: PaperKey,
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
  const rows = await db('sending_attachments as sent')
    .join('attachments as own', 'own.id', 'sent.attachment')
    .where({ 'own.report': report, 'own.period': period, 'own.form': form, 'own.entity': entity })
    .orderBy('own.id')
    .select<readonly (Pick<AttachmentRecord, (typeof INFO)[number]> & { revision: string })[]>(
      'sent.revision',
      ...INFO.map((column) => `own.${column}`),
    );
  const sent = new Map<string, Attachment[]>();
  for (const row of rows) sent.set(row.revision, [...(sent.get(row.revision) ?? []), attachmentOf(row)]);
  return sent;
}

/** One attachment of a form with its bytes; `sent` when a revision went with it. */
export async function readAttachment(
  db: Knex,
  { report, period, form, entity }: PaperKey,
  id: number,
): Promise<
  { readonly info: Attachment; readonly bytes: Uint8Array; readonly revisions: readonly string[] } | undefined
> {
  const row = await db('attachments').where({ id, report, period, form, entity }).first();
  if (!row) return undefined;
  const revisions = await db('sending_attachments').where({ attachment: id }).pluck('revision');
  return { info: attachmentOf(row), bytes: row.bytes, revisions };
}

/** Takes an attachment out of the form; what went with a revision stays with that. */
export async function removeAttachment(
  trx: Knex.Transaction,
  { report, period, form, entity }: PaperKey,
  { id, name }: Attachment,
  act: Act,
): Promise<void> {
  const sent = await trx('sending_attachments').where({ attachment: id }).first('revision');
  if (sent) await trx('attachments').where({ id }).update({ listed: 0 });
  else await trx('attachments').where({ id }).del();
  await appendEvents(
    trx,
    [{ kind: 'attachment-removed', report, period, form, entity, details: { name } }],
    act,
  );
}

function attachmentOf({
  actor,
  id,
  name,
  type,
  size,
  sha256: hash,
  at,
}: Pick<AttachmentRecord, (typeof INFO)[number]>): Attachment {
  return { id, name, type, size, sha256: hash, at, by: actor };
}
