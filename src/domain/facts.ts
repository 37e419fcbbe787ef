/** All that compiling one period needs, read once: the definition, the answers, and what is known of earlier periods. */
import type { Definition, Span } from './definition.ts';
import type { Period, PeriodId } from './period.ts';
import type { Justification, Revision, SubmissionState, Waiver } from './submission.ts';

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

/** A body's figure of an earlier period of this report, from its accepted revision. */
export interface EarlierFigure {
  readonly indicator: string;
  readonly period: PeriodId;
  readonly entity: string;
  /** Canonical decimal, "yes"/"no", or a class id. */
  readonly value: string;
  readonly revision: string;
  readonly form: string;
  readonly field: string;
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
  readonly justifications: readonly Justification[];
  readonly history: readonly HistoryValue[];
  readonly earlier: readonly EarlierFigure[];
  /** Accepted revisions of the period before, for rows that are carried forward. */
  readonly previous: readonly Revision[];
}
