/** The rows of each table, for knex's types. They stay in this folder: queries give domain types. */
import type { Knex } from 'knex';
import type { Role } from '../domain/account.ts';

export interface DefinitionRow {
  readonly hash: string;
  readonly report: string;
  readonly body: string;
  readonly stored_at: string;
}

export interface PeriodRow {
  readonly report: string;
  readonly period: string;
  readonly opened_at: string;
}

export interface PinRow {
  readonly report: string;
  readonly period: string;
  readonly number: number;
  readonly definition_hash: string;
  readonly settings: string;
  readonly members: string;
  readonly pinned_at: string;
  readonly actor: string;
}

export interface RevisionRow {
  readonly report: string;
  readonly id: string;
  readonly period: string;
  readonly form: string;
  readonly entity: string;
  readonly number: number;
  readonly answers: string;
  readonly hash: string;
  readonly received_at: string;
}

export interface DecisionRow {
  readonly id: number;
  readonly report: string;
  readonly revision: string;
  readonly kind: 'accepted' | 'returned';
  readonly reason: string | null;
  readonly at: string;
  readonly actor: string;
}

/** What the values in rows of figures are: pairs of field and indicator, as JSON. */
export interface FigureLayoutRow {
  readonly id: number;
  readonly report: string;
  readonly columns: string;
}

/** The figures of one accepted revision. */
export interface RevisionFiguresRow {
  readonly decision: number;
  readonly report: string;
  readonly period: string;
  readonly form: string;
  readonly entity: string;
  /** Number of the revision. */
  readonly number: number;
  readonly layout: number;
  /** Values joined by commas, in the layout's order. */
  readonly figures: string;
}

export interface WaiverRow {
  readonly id: number;
  readonly report: string;
  readonly period: string;
  readonly entity: string;
  readonly form: string | null;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

export interface JustificationRow {
  readonly id: number;
  readonly report: string;
  readonly period: string;
  readonly finding: string;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

export interface HistoryRow {
  readonly id: number;
  readonly report: string;
  readonly indicator: string;
  readonly period: string;
  readonly span: 'period' | 'ytd' | 'cumulative';
  readonly scope: string;
  /** "" when the value counts no class. */
  readonly status: string;
  readonly value: string;
  readonly basis: 'published' | 'illustrative';
  readonly source: string;
  readonly rounded_to: string | null;
  readonly loaded_at: string;
}

export interface EditionRow {
  readonly id: number;
  readonly report: string;
  readonly period: string;
  readonly number: number;
  readonly kind: 'draft' | 'final';
  readonly at: string;
  readonly definition_hash: string;
  readonly inputs: string;
  readonly model: string;
  readonly ledger: string;
  readonly findings: string;
  readonly html: string;
  readonly pdf: Buffer;
  readonly pdf_sha256: string;
  readonly engine: string;
}

export interface CorrectionRow {
  readonly id: number;
  readonly report: string;
  readonly period: string;
  /** The new revision and the one before it, with the place of the cell; null for a value of history. */
  readonly revision: string | null;
  readonly before: string | null;
  readonly form: string | null;
  readonly entity: string | null;
  /** A field's id, or that of the table whose row it is. */
  readonly field: string | null;
  /** Number of the row in the revision before and in the new one, 0 where it is not; null for all but rows. */
  readonly row_before: number | null;
  readonly row_after: number | null;
  /** Null for a cell that holds a control value, and for a row. */
  readonly indicator: string | null;
  /** The measure of a value of history; null for a cell. */
  readonly span: HistoryRow['span'] | null;
  readonly scope: string | null;
  readonly status: string | null;
  readonly old_cell: string;
  readonly new_cell: string;
  readonly history_through: number;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

/** A correction that an edition tells of. */
export interface EditionCorrectionRow {
  readonly edition: number;
  readonly correction: number;
  readonly report: string;
}

export type EventKind =
  | 'period-opened'
  | 'period-repinned'
  | 'period-closed'
  | 'period-reopened'
  | 'revision-received'
  | 'revision-accepted'
  | 'revision-returned'
  | 'standing-confirmed'
  | 'waiver-granted'
  | 'finding-justified'
  | 'history-loaded'
  | 'value-corrected'
  | 'draft-saved'
  | 'draft-rebased'
  | 'form-sent'
  | 'form-approved'
  | 'form-kept'
  | 'form-submitted'
  | 'reopening-asked'
  | 'reopening-granted'
  | 'reopening-refused'
  | 'attachment-added'
  | 'attachment-removed'
  | 'draft-compiled'
  | 'edition-issued'
  | 'contact-saved'
  | 'approval-setting-changed';

export interface EventRow {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: EventKind;
  /** Null: it is about a body itself. */
  readonly report: string | null;
  readonly period: string | null;
  readonly entity: string | null;
  readonly form: string | null;
  readonly revision: string | null;
  readonly reason: string | null;
  readonly details: string;
}

/** 0 and 1 are the booleans of both databases. */
export interface AccountRow {
  readonly id: number;
  readonly name: string;
  readonly full_name: string;
  readonly role: Role;
  readonly entity: string | null;
  readonly disabled: number;
  readonly must_change_password: number;
  readonly password: string;
  readonly created_at: string;
}

export type AccountEventKind =
  | 'account-added'
  | 'account-disabled'
  | 'account-enabled'
  | 'password-reset'
  | 'password-changed'
  | 'signed-in'
  | 'signed-out'
  | 'sign-in-failed'
  | 'sign-in-slowed';

export interface AccountEventRow {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: AccountEventKind;
  readonly account: number | null;
  readonly address: string | null;
}

export interface SessionRow {
  readonly id_hash: string;
  readonly account: number;
  readonly started_at: string;
  readonly seen_at: string;
}

export interface SignInFailuresRow {
  readonly subject: string;
  readonly count: number;
  readonly last_at: string;
}

/** A table whose `id` the database counts; its rows are never updated. */
type Counted<Row> = Knex.CompositeTableType<Row, Omit<Row, 'id'>, Record<string, never>>;
/** Passing states: what is as it is now, and not history. */
type Changing<Row, Added = Row> = Knex.CompositeTableType<Row, Added, Partial<Row>>;
type Appended<Row> = Knex.CompositeTableType<Row, Row, Record<string, never>>;

declare module 'knex/types/tables.js' {
  interface Tables {
    definitions: Appended<DefinitionRow>;
    periods: Appended<PeriodRow>;
    pins: Appended<PinRow>;
    revisions: Appended<RevisionRow>;
    decisions: Counted<DecisionRow>;
    figure_layouts: Counted<FigureLayoutRow>;
    revision_figures: Appended<RevisionFiguresRow>;
    waivers: Counted<WaiverRow>;
    justifications: Counted<JustificationRow>;
    history: Counted<HistoryRow>;
    editions: Counted<EditionRow>;
    corrections: Counted<CorrectionRow>;
    edition_corrections: Appended<EditionCorrectionRow>;
    events: Counted<EventRow>;
    accounts: Changing<AccountRow, Omit<AccountRow, 'id'>>;
    account_events: Counted<AccountEventRow>;
    sessions: Changing<SessionRow>;
    sign_in_failures: Changing<SignInFailuresRow>;
  }
}
