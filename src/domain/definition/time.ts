/** How a definition speaks of time: validity, windows, spans, and what is compared with what. */

/** Part of a report's life in which something is valid; months, both inclusive. */
export interface Validity {
  /** First month, e.g. "2024-07". */
  readonly from?: string;
  /** Last month. */
  readonly to?: string;
  /** Kinds of period in which it is there; absent: in all kinds that the report is made for. */
  readonly frequencies?: readonly Frequency[];
}

export type Frequency = 'month' | 'quarter' | 'half' | 'nine-months' | 'year';

/** A day relative to a period: month 0 is the period's first month (in `from`) or last month (in `to`). */
export interface RelativeDay {
  readonly month: number;
  /** 1-31, or the month's last day. */
  readonly day: number | 'last';
}

/** A data window, e.g. 15 of the month before to 14 of the month (Decree 09/2019/NĐ-CP, article 12). */
export interface WindowRule {
  readonly label: string;
  readonly from: RelativeDay;
  readonly to: RelativeDay;
}

/** period: the period's own · ytd: from the start of the year · cumulative: since the beginning. */
export type Span = 'period' | 'ytd' | 'cumulative';

/** previous: the period before · year-ago: the same period last year · year-start: end of last year. */
export type Versus = 'previous' | 'year-ago' | 'year-start';
