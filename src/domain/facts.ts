/** All that compiling one period needs, read once: the definition, the answers, and what is known of earlier periods. */
import type { AskedThen } from './asked-then.ts';
import type { IsoDate } from './dates.ts';
import type { Definition, Span } from './definition.ts';
import type { Correction, CorrectionNews } from './corrections/correction.ts';
import type { FigureSheet } from './figure-sheets/sheet.ts';
import type { Period, PeriodId } from './period.ts';
import type { Justification, Revision, SubmissionState, Waiver } from './submission.ts';

export type { EarlierFigure, FigureSheet } from './figure-sheets/sheet.ts';

/** An earlier (or other) period's value from a history file. */
export interface HistoryValue {
  readonly indicator: string;
  readonly period: PeriodId;
  readonly span: Span;
  /** A body's id, a block's or roster's id, or "" for the whole of those asked. */
  readonly scope: string;
  /** Class of a status that the value counts. */
  readonly status?: string;
  readonly value: string;
  /** công bố (published) or minh họa (illustrative). */
  readonly basis: 'published' | 'illustrative';
  /** Where it was published, or how it was made. */
  readonly source: string;
  /** Set when the value was published rounded: the place value of its last digit, e.g. "100000" for 9,8 triệu. */
  readonly roundedTo?: string;
}

/** The latest revision of one body's answer to one form, with where it stands. */
export interface CurrentSubmission {
  readonly revision: Revision;
  readonly state: SubmissionState;
}

export interface Facts {
  readonly definition: Definition;
  readonly period: Period;
  /** Ids of the bodies of each roster, pinned when the period was opened. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly submissions: readonly CurrentSubmission[];
  readonly waivers: readonly Waiver[];
  /** Papers that bodies have begun to fill in and not sent to the department; absent: there are none. */
  readonly drafts?: readonly { readonly form: string; readonly entity: string }[];
  readonly justifications: readonly Justification[];
  readonly history: readonly HistoryValue[];
  /** Accepted figures of earlier periods, ordered by period and form. */
  readonly earlier: readonly FigureSheet[];
  /**
   * Accepted revisions that have a table, for rows that are carried forward: of the period before, and of forms that
   * shorter periods asked, of the shorter one before the first of them.
   */
  readonly previous: readonly Revision[];
  /** Day whose bodies owed each opened earlier period, where it was decided; absent: the rule of the window says it. */
  readonly rosterDays?: Readonly<Record<PeriodId, IsoDate>>;
  /** The opened earlier periods whose pins say otherwise than today's definition who was asked what; absent: none. */
  readonly askedThen?: Readonly<Record<PeriodId, AskedThen>>;
  /** The opened shorter periods that this one is compiled from, in order, as they stand now; absent: there are none. */
  readonly parts?: readonly PartFacts[];
  /** Every correction to this period and those before it; history from before a correction is read with it. */
  readonly corrections?: readonly Correction[];
  /** The corrections that this report tells of, with what they do to what was published. */
  readonly news?: CorrectionNews;
}

/** What was asked and answered in a shorter period, by the definition and the rosters that it is pinned to. */
export interface PartFacts extends Pick<
  Facts,
  'definition' | 'period' | 'members' | 'submissions' | 'waivers' | 'drafts' | 'justifications'
> {
  /** Hash of its definition. */
  readonly definitionHash: string;
}
