/**
 * The types of a definition: everything that `reports/` says about one report, as plain data.
 * src/definitions reads and checks it; an opened period stores it whole under its hash and is compiled from that copy.
 */
import type { Entity } from './entity.ts';
import type { Roster } from './roster.ts';
import type { IsoDate } from './dates.ts';

/** Part of a report's life in which something is valid; months, both inclusive. */
export interface Validity {
  /** First month, e.g. "2024-07". */
  readonly from?: string;
  /** Last month. */
  readonly to?: string;
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

/** A set of bodies that counts and sums are made over: a roster, or those of it that answered yes to a flag. */
export interface BlockOfBodies {
  readonly label: string;
  /** Roster id. */
  readonly roster?: string;
  /** A flag indicator: only bodies that answered yes belong. */
  readonly when?: string;
  /** Union of other blocks or rosters. */
  readonly union?: readonly string[];
  /** Single bodies by id. */
  readonly bodies?: readonly string[];
}

export interface Issuer {
  readonly parent?: string;
  /** Name as printed in box 2, in capitals. */
  readonly agency: string;
  /** Name as used in sentences, e.g. "Bộ Thông tin và Truyền thông". */
  readonly name: string;
  /** Symbol after the number, e.g. "BC-BTTTT". */
  readonly symbol: string;
  readonly place: string;
}

export interface OutlineBlock extends Validity {
  readonly id: string;
  readonly heading?: string;
  /** Path of the text file within the report's folder. */
  readonly text?: string;
  /** Id of a chart to draw after the text. */
  readonly chart?: string;
  readonly blocks?: readonly OutlineBlock[];
}

/** What one period changes in one block of the outline. */
export interface OutlineOverride {
  readonly period: string;
  readonly block: string;
  readonly heading?: string;
  readonly text?: string;
  readonly chart?: string;
  readonly skip?: boolean;
}

export interface ReportSettings {
  readonly id: string;
  readonly title: string;
  readonly frequency: readonly Frequency[];
  readonly issuer: Issuer;
  readonly document: {
    /** Box 5a, e.g. "BÁO CÁO". */
    readonly type: string;
    /** Box 5a, Handlebars text. */
    readonly subject: string;
    readonly addressees: readonly string[];
    /** Box 6, Handlebars texts. */
    readonly grounds: readonly string[];
    /** Box 9b. */
    readonly recipients: readonly string[];
    /** Box 7a, one line each. */
    readonly authority: readonly string[];
    readonly signer?: string;
  };
  /** Windows by id; `ky` is the default of every indicator. */
  readonly windows: Readonly<Record<string, WindowRule>>;
  /** Working days after the default window's end on which submissions are due, closed, published. */
  readonly schedule: { readonly due: number; readonly close: number; readonly publish: number };
  readonly blocks: Readonly<Record<string, BlockOfBodies>>;
  readonly outline: readonly OutlineBlock[];
  readonly overrides: readonly OutlineOverride[];
}

/**
 * flow: adds up over time (month, year to date, cumulative) · stock: holds on a date · flag: có/chưa ·
 * status: one of a ladder of classes · ratio: derived from two others · text: the body's own words.
 */
export type Nature = 'flow' | 'stock' | 'flag' | 'status' | 'ratio' | 'text';

/** Scale words of display; figures themselves are always in units and đồng. */
export type Scale = 'nghìn' | 'triệu' | 'tỷ' | 'nghìn tỷ' | 'triệu tỷ';

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
  readonly breaks: readonly { readonly from: string; readonly why: string }[];
  /** Derived: Σ of others. */
  readonly sum?: readonly string[];
  /** Derived: the first less the others. */
  readonly difference?: readonly string[];
  /** Derived (nature ratio): numerator and denominator; a percent when unit is "%". */
  readonly numerator?: string;
  readonly denominator?: string;
  /** A ratio of a part to its whole cannot exceed 100%. Default true for "%". */
  readonly share: boolean;
  /** Derived: rows of a table that match. */
  readonly rows?: RowFilter;
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
  /** Unusual when outside [low; high] times the median of the last six known values. `null`: not checked. */
  readonly outlier: { readonly low: string; readonly high: string } | null;
  /** Unusual when the same for this many periods in a row. `null`: not checked. */
  readonly unchangedFor: number | null;
  /** Goals by year, with the document that set them. */
  readonly targets: readonly { readonly year: string; readonly value: string; readonly source: string }[];
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

export interface Field {
  readonly id: string;
  /** Indicator answered by the field … */
  readonly indicator?: string;
  /** … or the control value that it states. */
  readonly control?: Control;
  readonly label: string;
  readonly guidance?: string;
  /** Left blank without being missing. */
  readonly optional: boolean;
  /** "không áp dụng" is an answer. */
  readonly mayNotApply: boolean;
  /** Asks the number and date of the document behind a yes. */
  readonly evidence: boolean;
  /** Asks the day on which the value holds. */
  readonly asOf: boolean;
}

/** What a control value is compared with. */
export interface Control {
  readonly indicator: string;
  readonly span: Span;
  /** Block counted over; for a status, the class counted. */
  readonly of?: string;
  readonly status?: string;
  /** Compared after rounding to this many decimals; default the indicator's own. */
  readonly decimals?: number;
  /** Compare a change against an earlier period instead of the level. */
  readonly versus?: Versus;
}

/** period: the period's own · ytd: from the start of the year · cumulative: since the beginning. */
export type Span = 'period' | 'ytd' | 'cumulative';

/** previous: the period before · year-ago: the same period last year · year-start: end of last year. */
export type Versus = 'previous' | 'year-ago' | 'year-start';

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

export type ColumnType = 'text' | 'choice' | 'date' | 'number' | 'flag' | 'code';

export interface TableColumnDefinition {
  readonly id: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly optional: boolean;
}

export interface FormTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumnDefinition[];
}

export interface Form extends Validity {
  readonly id: string;
  readonly title: string;
  /** Who owes it: a roster, or one body. */
  readonly roster?: string;
  readonly body?: string;
  readonly sections: readonly Section[];
  readonly tables: readonly FormTable[];
}

/** Declared checks; see docs/authoring.md for each kind. Defaults (controls, outliers, …) need no declaration. */
export type Check = { readonly id: string; readonly note?: string } & (
  | { readonly kind: 'parts'; readonly whole: string; readonly parts: readonly string[] }
  | { readonly kind: 'at-most'; readonly part: string; readonly whole: string }
  | { readonly kind: 'ladder'; readonly indicator: string; readonly of: string }
  | { readonly kind: 'nested'; readonly indicators: readonly string[] }
  | {
      readonly kind: 'band';
      readonly numerator: string;
      readonly denominator: string;
      readonly low: string;
      readonly high: string;
    }
  | {
      readonly kind: 'list-length';
      readonly count: string;
      readonly rows: RowFilter;
      readonly exhaustive: boolean;
    }
  | { readonly kind: 'steady-base'; readonly indicators: readonly string[] }
  | { readonly kind: 'same'; readonly indicators: readonly string[] }
);

export type AnnexDefinition = Validity & {
  readonly id: string;
  readonly title: string;
} & (
    | { readonly kind: 'completeness' }
    | {
        readonly kind: 'bodies';
        readonly of: string;
        readonly tables: readonly BodiesTable[];
        readonly chart?: string;
      }
    | { readonly kind: 'comparison'; readonly rows: readonly ComparisonRow[] }
    | { readonly kind: 'notes' }
  );

export interface BodiesTable extends Validity {
  readonly title: string;
  readonly columns: readonly { readonly indicator: string; readonly heading?: string }[];
}

export interface ComparisonRow extends Validity {
  readonly indicator: string;
  readonly label?: string;
  readonly span?: Span;
  readonly of?: string;
  readonly status?: string;
}

export type ChartDefinition = {
  readonly id: string;
  readonly caption: string;
  /** Said instead of the picture; no digits. */
  readonly description: string;
} & (
  | { readonly kind: 'trend'; readonly indicator: string; readonly periods: number; readonly of?: string }
  | { readonly kind: 'bodies'; readonly indicator: string; readonly of: string }
  | { readonly kind: 'completeness' }
);

export interface Definition {
  readonly report: ReportSettings;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly forms: readonly Form[];
  readonly checks: readonly Check[];
  readonly annexes: readonly AnnexDefinition[];
  readonly charts: readonly ChartDefinition[];
  /** Handlebars source by path within the report's folder. */
  readonly texts: Readonly<Record<string, string>>;
  readonly entities: readonly Entity[];
  readonly rosters: readonly Roster[];
  readonly calendar: Calendar;
}

/** Days off and working Saturdays or Sundays, by year. A year that is not listed is an error, never a guess. */
export interface Calendar {
  readonly years: readonly string[];
  readonly holidays: readonly IsoDate[];
  readonly swappedWorkdays: readonly IsoDate[];
}
