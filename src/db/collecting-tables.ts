/** The rows of the tables of collecting, for knex's types. They stay in this folder: queries give domain types. */
import type { Knex } from 'knex';

export interface DraftRecord {
  readonly id: number;
  readonly report: string;
  readonly period: string;
  readonly form: string;
  readonly entity: string;
  readonly base: number;
  readonly version: number;
  readonly unsent: 0 | 1;
  readonly changed_at: string;
  readonly changed_by: string;
}

interface Stamped {
  readonly draft: number;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
}

export interface DraftCellRecord extends Stamped {
  readonly field: string;
  /** JSON. */
  readonly input: string;
}

export interface DraftTableRecord extends Stamped {
  readonly list: string;
  /** JSON. */
  readonly mark: string | null;
}

export interface DraftRowRecord extends Stamped {
  readonly list: string;
  readonly row: string;
  readonly position: number;
  /** JSON. */
  readonly input: string;
  readonly removed: 0 | 1;
}

export interface DraftReasonRecord {
  readonly draft: number;
  readonly finding: string;
  readonly about: string;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

export interface AttachmentRecord {
  readonly id: number;
  readonly report: string;
  readonly period: string;
  readonly form: string;
  readonly entity: string;
  readonly name: string;
  readonly type: 'application/pdf' | 'image/png' | 'image/jpeg';
  readonly size: number;
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly listed: 0 | 1;
  readonly at: string;
  readonly actor: string;
}

export interface SendingRecord {
  readonly report: string;
  readonly revision: string;
  readonly period: string;
  readonly token: string;
  readonly approval_required: 0 | 1;
  /** JSON; null without a letter. */
  readonly letter: string | null;
  /** JSON. */
  readonly reasons: string;
  readonly at: string;
  readonly actor: string;
}

export interface SendingAttachmentRecord {
  readonly report: string;
  readonly revision: string;
  readonly attachment: number;
}

export interface ApprovalRecord {
  readonly report: string;
  readonly revision: string;
  readonly kind: 'approved' | 'returned';
  readonly comment: string | null;
  readonly at: string;
  readonly actor: string;
}

export interface ReceiptRecord {
  readonly number: number;
  readonly report: string;
  readonly revision: string;
  readonly hash: string;
  readonly at: string;
  readonly actor: string;
}

export interface ReopeningRecord {
  readonly id: number;
  readonly report: string;
  readonly revision: string;
  readonly kind: 'asked' | 'granted' | 'refused';
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

export interface ContactRecord {
  readonly id: number;
  readonly entity: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly at: string;
  readonly actor: string;
}

export interface BodySettingRecord {
  readonly id: number;
  readonly entity: string;
  readonly approval_required: 0 | 1;
  readonly at: string;
  readonly actor: string;
}

type Appended<Row> = Knex.CompositeTableType<Row, Row, Record<string, never>>;
type Counted<Row, Id extends keyof Row> = Knex.CompositeTableType<Row, Omit<Row, Id>, Record<string, never>>;
/** What changes in place. */
type Kept<Row, Id extends keyof Row = never> = Knex.CompositeTableType<Row, Omit<Row, Id>, Partial<Row>>;

declare module 'knex/types/tables.js' {
  interface Tables {
    drafts: Kept<DraftRecord, 'id'>;
    draft_cells: Kept<DraftCellRecord>;
    draft_tables: Kept<DraftTableRecord>;
    draft_rows: Kept<DraftRowRecord>;
    draft_reasons: Kept<DraftReasonRecord>;
    attachments: Kept<AttachmentRecord, 'id'>;
    sendings: Appended<SendingRecord>;
    sending_attachments: Appended<SendingAttachmentRecord>;
    approvals: Appended<ApprovalRecord>;
    receipts: Counted<ReceiptRecord, 'number'>;
    reopenings: Counted<ReopeningRecord, 'id'>;
    contacts: Counted<ContactRecord, 'id'>;
    body_settings: Counted<BodySettingRecord, 'id'>;
  }
}
