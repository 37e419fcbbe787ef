/** report.yaml: the issuer, the document, windows, blocks of bodies and the outline. */
import type { IsoDate } from '../dates.ts';
import type { Frequency, Validity, WindowRule } from './time.ts';

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
  /** Bodies that do not belong, although the roster, union or flag has them. */
  readonly except?: readonly string[];
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

/** Working days after the default window's end on which submissions are due, closed, published. */
export interface Schedule {
  readonly due: number;
  readonly close: number;
  readonly publish: number;
}

/** What stands around the text (Decree 30/2020/NĐ-CP, Appendix I). */
export interface DocumentSettings {
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
}

/** What is different in documents that are dated on a day or later. */
export interface IssuerChange {
  readonly from: IsoDate;
  /** Takes the place of the issuer as a whole. */
  readonly issuer?: Issuer;
  /** Only what changes. */
  readonly document?: Partial<DocumentSettings>;
}

export interface OutlineBlock extends Validity {
  readonly id: string;
  readonly heading?: string;
  /** Path of the text file within the report's folder. */
  readonly text?: string;
  /** Id of a chart to draw after the text. */
  readonly chart?: string;
  /** Id of a table to draw between the text and the chart. */
  readonly table?: string;
  readonly blocks?: readonly OutlineBlock[];
}

/** What one period changes in one block of the outline. */
export interface OutlineOverride {
  readonly period: string;
  readonly block: string;
  readonly heading?: string;
  readonly text?: string;
  readonly chart?: string;
  readonly table?: string;
  readonly skip?: boolean;
}

export interface ReportSettings {
  readonly id: string;
  readonly title: string;
  readonly frequency: readonly Frequency[];
  readonly issuer: Issuer;
  readonly document: DocumentSettings;
  /** In the order of their days; each adds to those before it. */
  readonly changes?: readonly IssuerChange[];
  /** Windows by id; `ky` is the default of every indicator. */
  readonly windows: Readonly<Record<string, WindowRule>>;
  /** The schedule of every period, or of the kinds of period that have none of their own. */
  readonly schedule: Schedule & { readonly [kind in Frequency]?: Schedule };
  readonly blocks: Readonly<Record<string, BlockOfBodies>>;
  readonly outline: readonly OutlineBlock[];
  readonly overrides: readonly OutlineOverride[];
}
