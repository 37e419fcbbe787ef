/** Previews of uploaded workbooks, kept between the upload and the person's yes: one for each person and paper. */
import type { Knex } from 'knex';
import type { WorkbookPreview } from '../domain/collecting/workbook/preview.ts';
import type { PaperKey } from './drafts.ts';
import type { Act } from './events.ts';

export interface WorkbookPreviewRow {
  readonly token: string;
  readonly report: string;
  readonly period: string;
  readonly form: string;
  readonly entity: string;
  readonly made_at: string;
  readonly actor: string;
  /** JSON. */
  readonly content: string;
}

/**
 * Keeps a preview in the place of the person's former one of the same paper, and forgets those of all papers that were
 * made before a time.
 */
export async function keepPreview(
  trx: Knex.Transaction,
  key: PaperKey,
  token: string,
  preview: WorkbookPreview,
  { at, actor }: Act,
  forgetBefore: string,
): Promise<void> {
  const paper = paperOf(key);
  await trx('workbook_previews')
    .where({ ...paper, actor })
    .orWhere('made_at', '<', forgetBefore)
    .del();
  await trx('workbook_previews').insert({
    token,
    ...paper,
    made_at: at,
    actor,
    content: JSON.stringify(preview),
  });
}

/** The person's own preview of this paper; undefined when there is none of that token, or it was made before a time. */
export async function readPreview(
  db: Knex,
  key: PaperKey,
  token: string,
  actor: string,
  madeSince: string,
): Promise<WorkbookPreview | undefined> {
  const row = await db('workbook_previews')
    .where({ ...paperOf(key), token, actor })
    .where('made_at', '>=', madeSince)
    .first('content');
  return row && (JSON.parse(row.content) as WorkbookPreview);
}

export async function deletePreview(trx: Knex.Transaction, token: string): Promise<void> {
  await trx('workbook_previews').where({ token }).del();
}

function paperOf({ report, period, form, entity }: PaperKey): PaperKey {
  return { report, period, form, entity };
}

declare module 'knex/types/tables.js' {
  interface Tables {
    workbook_previews: WorkbookPreviewRow;
  }
}
