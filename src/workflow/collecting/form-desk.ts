/** What a form's page shows: one body's form of one period as it stands, with everything beside its fields. */
import type { AnswerKind, CellInput, InputReading } from '../../domain/collecting/cell-input.ts';
import type { ComputedFigure } from '../../domain/collecting/computed.ts';
import type { FormAct } from '../../domain/collecting/form-acts.ts';
import type { FormStanding, RevisionStanding } from '../../domain/collecting/form-standing.ts';
import type { DraftRow, LetterReading } from '../../domain/collecting/draft.ts';
import type { EarlierAnswer } from '../../domain/collecting/earlier-answer.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { ColumnType, Nature } from '../../domain/definition.ts';
import type { Window } from '../../domain/period.ts';
import type { Carried, Cell, Row } from '../../domain/submission.ts';

/** Which form of which body; clerks and approvers act for their own body and leave `entity` out. */
export interface FormKey {
  readonly report: string;
  readonly period: string;
  readonly form: string;
  readonly entity?: string;
}

/** A key whose body is decided. */
export type BodyForm = Required<FormKey>;

export interface FormDesk {
  readonly key: BodyForm;
  readonly report: { readonly id: string; readonly title: string };
  readonly period: {
    readonly id: string;
    /** "tháng 10 năm 2024". */
    readonly name: string;
    readonly due: string;
    readonly state: 'open' | 'closed';
    /** The data window, in words too: "từ ngày 20/9/2024 đến ngày 19/10/2024". */
    readonly window: Window & { readonly name: string };
    readonly previous: { readonly id: string; readonly name: string };
    readonly yearAgo: { readonly id: string; readonly name: string };
  };
  readonly title: string;
  readonly entity: { readonly id: string; readonly name: string; readonly shortName: string };
  readonly standing: FormStanding;
  /** What this person may do with it now. */
  readonly acts: readonly FormAct[];
  /** False: the body's papers are submitted as soon as the clerk sends them. */
  readonly approvalRequired: boolean;
  /** Version of the draft: what `sendForm` is told was seen. */
  readonly version: number;
  /** Of a clerk: the last save of what is not sent yet; absent: everything was sent, or nothing was ever typed. */
  readonly saved?: { readonly at: string; readonly by: string };
  /** Of the approver: the clerk types what is not sent yet, and what the approver is not shown. */
  readonly newerDraft?: { readonly at: string; readonly by: string };
  /** A revision that came otherwise (files, a correction) while this draft was being filled in: see `adoptLatest`. */
  readonly overtaken?: { readonly revision: number; readonly receivedAt: string };
  readonly sections: readonly DeskSection[];
  readonly tables: readonly DeskTable[];
  /** Sums, differences and ratios of this form's indicators, in the order of the definition. */
  readonly computed: readonly ComputedFigure[];
  readonly letter: DeskLetter;
  readonly attachments: readonly AttachmentInfo[];
  readonly contact?: Contact;
  /** Ids of the fields and tables that may be confirmed from earlier periods. */
  readonly offered: readonly string[];
  /** Oldest first. */
  readonly revisions: readonly RevisionSummary[];
  readonly receipt?: Receipt;
}

export interface DeskSection {
  readonly title: string;
  readonly fields: readonly DeskField[];
}

export interface DeskField {
  readonly id: string;
  readonly label: string;
  readonly guidance?: string;
  /** Unit in words; "" for flags, statuses and texts. */
  readonly unit: string;
  /** How it is answered: a control value is a number whatever it is about. */
  readonly kind: AnswerKind;
  readonly nature: Nature;
  readonly isControl: boolean;
  readonly mayBeFraction: boolean;
  readonly mayBeNegative: boolean;
  /** Classes of a status, in order. */
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly optional: boolean;
  readonly mayBeNone: boolean;
  readonly mayNotApply: boolean;
  /** Asks the number and date of a document behind a yes. */
  readonly evidence: boolean;
  /** Asks the day on which the value holds. */
  readonly asksAsOf: boolean;
  /** The window of a flow; of a stock its last day, on which it holds. */
  readonly window: Window;
  readonly input: CellInput;
  readonly reading: InputReading;
  /** Positive: a save of the draft; negative: as in the revision of that number; 0: never answered. */
  readonly version: number;
  /** Who saved it and when, while it is not sent yet. */
  readonly saved?: { readonly at: string; readonly by: string };
  readonly carried?: Carried;
  readonly previous?: EarlierAnswer;
  readonly yearAgo?: EarlierAnswer;
  /** An answer of an earlier period that may be confirmed. */
  readonly offer?: {
    readonly answer: Cell;
    readonly carried: Carried;
    readonly age: number;
    readonly limit: number;
  };
}

export interface DeskColumn {
  readonly id: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly optional: boolean;
  /** Choices; of a column that names bodies, the bodies of its roster. */
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

export interface DeskTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly DeskColumn[];
  /** A register that stands until it changes: blank unless it has rows, is said to have none, or is confirmed. */
  readonly standing: boolean;
  readonly mark?: 'none' | Carried;
  readonly version: number;
  readonly rows: readonly DraftRow[];
  /** Rows with something in them that were taken out since the last sending and can be put back, the last one first. */
  readonly removed: readonly RemovedRow[];
  readonly offer?: {
    readonly rows: readonly Row[];
    readonly carried: Carried;
    readonly age: number;
    readonly limit: number;
  };
  /** Rows of the period before, to look at. */
  readonly previous: readonly Row[];
}

export interface RemovedRow {
  readonly id: string;
  /** As typed. */
  readonly texts: Readonly<Record<string, string>>;
  /** User name of who took it out. */
  readonly by: string;
}

export interface DeskLetter {
  /** As typed. */
  readonly number: string;
  readonly date: string;
  readonly reading: LetterReading;
  readonly version: number;
}

export interface AttachmentInfo {
  readonly id: number;
  readonly name: string;
  readonly type: 'application/pdf' | 'image/png' | 'image/jpeg';
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly at: string;
  readonly by: string;
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly at: string;
  readonly by: string;
}

export interface RevisionSummary extends Pick<RevisionStanding, 'number' | 'approval' | 'kept' | 'decision'> {
  readonly id: string;
  readonly hash: string;
  /** When it was sent by the clerk, or came in a file. */
  readonly sentAt: string;
  readonly sentBy: string;
  readonly approvedAt?: string;
  readonly approvedBy?: string;
  readonly receipt?: number;
  readonly letter?: { readonly number: string; readonly date: IsoDate };
  readonly attachments: readonly AttachmentInfo[];
}

export interface Receipt {
  /** Counted over all reports. */
  readonly number: number;
  readonly at: string;
  /** SHA-256 over the answers' hash, the letter and the hashes of the attachments. */
  readonly hash: string;
  readonly revision: string;
  /** User name of who submitted it. */
  readonly by: string;
}
