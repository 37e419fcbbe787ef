/** What a body answered: cells, rows and the immutable revisions that hold them. */
import type { IsoDate } from './dates.ts';
import type { PeriodId } from './period.ts';

/**
 * One answer. Zero is a value; a blank is no cell at all.
 * none = không phát sinh · pending = chưa có số liệu · not-applicable = không áp dụng.
 */
export type Cell =
  | {
      readonly state: 'value';
      /** Canonical decimal text for numbers, "yes"/"no" for flags, a class id for statuses, NFC text for texts. */
      readonly value: string;
      readonly asOf?: IsoDate;
      /** Number and date of the document behind a yes. */
      readonly document?: string;
      readonly date?: IsoDate;
      readonly note?: string;
      readonly carried?: Carried;
    }
  | { readonly state: 'none'; readonly note?: string; readonly carried?: Carried }
  | { readonly state: 'pending'; readonly reason: string; readonly expected?: IsoDate }
  | { readonly state: 'not-applicable'; readonly note?: string; readonly carried?: Carried };

/** Giữ nguyên: an answer of an earlier period that the body confirmed instead of typing it again. */
export interface Carried {
  /** Period in which it was typed. */
  readonly from: PeriodId;
  /** The revision that holds it as it was typed. */
  readonly revision: string;
  /** The day on which it holds: that of the original. */
  readonly asOf: IsoDate;
}

export type CellState = Cell['state'];

/** Column id → canonical text; an absent key is a blank. */
export type Row = Readonly<Record<string, string>>;

/** The content of a submission: cells by field id, rows by table id. */
export interface Answers {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /**
   * Standing tables that were answered otherwise than by typing rows, by table id: said to have none, or carried
   * forward. A standing table without rows that is not named here is blank.
   */
  readonly standingTables?: Readonly<Record<string, 'none' | Carried>>;
}

/** One immutable version of one body's answer to one form. */
export interface Revision extends Answers {
  /** "<period>/<form>/<entity>/<number>", unique within a report. */
  readonly id: string;
  readonly period: PeriodId;
  readonly form: string;
  readonly entity: string;
  /** 1, 2, 3 … */
  readonly number: number;
  /** Time with offset. */
  readonly receivedAt: string;
  /** SHA-256 of the canonical answers. */
  readonly hash: string;
}

/** Where a submission stands. */
export type SubmissionState =
  'not-started' | 'draft' | 'awaiting-approval' | 'submitted' | 'returned' | 'accepted' | 'waived';

export type Timeliness = 'on-time' | 'late' | 'overdue' | 'not-due';

export interface Waiver {
  readonly entity: string;
  /** All forms of the body when absent. */
  readonly form?: string;
  readonly reason: string;
  readonly at: string;
}

/** A reason given for one finding, by its id. */
export interface Justification {
  readonly finding: string;
  readonly reason: string;
  readonly at: string;
  /** Of a reason that came with a paper which was replaced since: it holds for these values of that paper, and for no others. */
  readonly about?: { readonly form: string; readonly entity: string; readonly values: string };
}
