/** indicators.yaml: one thing measured. */
import type { IsoDate } from '../dates.ts';
import type { Span, Validity } from './time.ts';

/**
 * flow: adds up over time (month, year to date, cumulative) · stock: holds on a date · flag: có/chưa ·
 * status: one of a ladder of classes · ratio: derived from two others · text: the body's own words.
 */
export type Nature = 'flow' | 'stock' | 'flag' | 'status' | 'ratio' | 'text';

/** Scale words of display; figures themselves are always in units and đồng. */
export type Scale = 'nghìn' | 'triệu' | 'tỷ' | 'nghìn tỷ' | 'triệu tỷ';

/** How far from the usual a value may be where its author says nothing, as multiples. */
export const USUAL_BAND: NonNullable<Indicator['outlier']> = { low: '0.2', high: '5' };

export interface Indicator extends Validity {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly nature: Nature;
  /** Digits after the comma when displayed (after scaling). Default 0. */
  readonly decimals: number;
  /** Answers may have decimals (speeds, areas); default false: whole numbers only. */
  readonly fraction?: boolean;
  /** Scale word used when a text asks for none. */
  readonly scale?: Scale;
  /** Window id; default `ky`. A stock holds on the window's last day. */
  readonly window: string;
  /** A cumulative total counts from this day. */
  readonly since?: IsoDate;
  /** Months from which values are not comparable with earlier ones, with the reason. */
  readonly breaks: readonly {
    readonly from: string;
    readonly why: string;
    /** The one class of a status whose meaning changed; the others still compare. */
    readonly status?: string;
  }[];
  /** The ended indicator that goes on under this code: what it was is what this one was before its first month. */
  readonly continues?: string;
  /** Derived: Σ of others. */
  readonly sum?: readonly string[];
  /** Derived: the first less the others. */
  readonly difference?: readonly string[];
  /** Derived (nature ratio): numerator and denominator; a percent when unit is "%". */
  readonly numerator?: string;
  readonly denominator?: string;
  /** Of a ratio that is not a percent: on how many of the denominator it is counted, e.g. 100 for "thuê bao/100 dân". */
  readonly per?: number;
  /** A ratio of a part to its whole cannot exceed 100%. Default true for "%". */
  readonly share: boolean;
  /** Derived: rows of a table that match, or Σ of one of their columns. */
  readonly rows?: RowFilter & {
    /** Column with the body that a row is about; the value of a body is that of the rows about it. */
    readonly body?: string;
    /** Column that is added up; a body without a row has no value. */
    readonly sum?: string;
  };
  /** Derived (nature flag): a body is a yes when its own number meets a limit. */
  readonly meets?: Threshold;
  /** The indicator that this count is a part of, stored beside it: 69/179. */
  readonly outOf?: string;
  /** Classes of a status, in order of progress. */
  readonly statuses: readonly { readonly id: string; readonly label: string }[];
  /** A stock that cannot fall (a cumulative total kept by its owner). */
  readonly rising: boolean;
  /** May be below zero; default false. */
  readonly signed: boolean;
  /** A place in a ranking, such as 86 of 193: a smaller number is a better one. */
  readonly rank?: boolean;
  /** Form whose answer is printed when more than one asks for the indicator. */
  readonly primary?: string;
  /** How far the other forms may be from the primary one; without it every difference is hard. */
  readonly tolerance?: Tolerance;
  /** Unusual when outside [low; high] times the median of the last six known values. `null`: not checked. */
  readonly outlier: { readonly low: string; readonly high: string } | null;
  /** Unusual when the same for this many periods in a row. `null`: not checked. */
  readonly unchangedFor: number | null;
  /**
   * An answer that stands until it changes: for so many periods after the one in which it was typed, a body may confirm
   * it instead of typing it again. Absent: asked anew in every period.
   */
  readonly standing?: number;
  /** Goals by year, with the document that set them. */
  readonly targets: readonly { readonly year: string; readonly value: string; readonly source: string }[];
}

/** How far two sources may be apart; the widest limit that is given counts. Canonical decimals, not below zero. */
export interface Tolerance {
  /** In percent of the primary value. */
  readonly percent?: string;
  /** In the indicator's own unit. */
  readonly value?: string;
  /** A larger difference needs a reason (soft, by default) or must be put right. */
  readonly severity?: 'hard' | 'soft';
}

/** A limit on a body's own number; every limit that is given must be met. Canonical decimals, in the indicator's unit. */
export interface Threshold {
  /** A flow, stock or ratio. */
  readonly indicator: string;
  /** Of what adds up over time; default the period itself. */
  readonly span?: Span;
  readonly above?: string;
  readonly below?: string;
  readonly atLeast?: string;
  readonly atMost?: string;
}

/** Which rows of which table; all conditions must hold. */
export interface RowFilter {
  readonly table: string;
  readonly where: readonly RowCondition[];
}

export interface RowCondition {
  readonly column: string;
  readonly is?: string;
  readonly above?: string;
  readonly below?: string;
  readonly atLeast?: string;
  readonly atMost?: string;
}
