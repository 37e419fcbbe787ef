/**
 * The report model: a whole report as plain data. Narration and the model builder make it, rendering only prints it.
 * It is saved with the edition, can be compared with another and rendered again without a database.
 *
 * Every printed digit stands in a run of a kind other than `text`, in the order in which it is read on the page;
 * the ledger test compares that order with the digits of the PDF.
 */

/** A piece of text with its origin. `text` holds no digit; `figure` names the ledger entry that it prints. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly ledger: string }
  /** What a draft prints where a value is not known. */
  | { readonly kind: 'missing'; readonly text: string; readonly ledger?: string }
  /** A document's type and number, e.g. "Nghị định số 137/2024/NĐ-CP". */
  | { readonly kind: 'citation'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  /** A proper name with digits in it, e.g. "5G". */
  | { readonly kind: 'name'; readonly text: string }
  /** Numbers of headings, rows and annexes; `annex` where a sentence names an annex. */
  | { readonly kind: 'numbering'; readonly text: string; readonly annex?: string }
  /** Ticks and categories of a chart's axes. */
  | { readonly kind: 'label'; readonly text: string }
  /** Words a body wrote itself, printed as sent; `cell` is the cell they come from. */
  | { readonly kind: 'quoted'; readonly text: string; readonly ledger: string };

export type Runs = readonly Run[];

export interface Heading {
  readonly kind: 'heading';
  readonly id: string;
  /** 1 = "I.", 2 = "1.", 3 = "a)" (Decree 30/2020/NĐ-CP, Appendix I, Part I, II.6). */
  readonly level: 1 | 2 | 3;
  /** A `numbering` run, e.g. "I.". Level 1 is printed in capitals by the stylesheet. */
  readonly number: Runs;
  readonly text: Runs;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly id: string;
  /** `item` lines begin with "- ", `subitem` lines with "+ "; `note` lines are small and without indent. */
  readonly style: 'body' | 'item' | 'subitem' | 'note';
  /** So many of the first runs stand in bold: the words that say what the paragraph is about. */
  readonly lead?: number;
  readonly runs: Runs;
}

export interface TableColumn {
  readonly heading: Runs;
  readonly align: 'left' | 'right' | 'center';
  /** Share of the table's width; shares are relative to their sum. */
  readonly width: number;
}

export interface TableRow {
  /** A `section` row has one cell that spans all columns; a `total` row is bold. */
  readonly kind: 'data' | 'section' | 'total';
  readonly cells: readonly Runs[];
}

export interface Table {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: Runs;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface ChartSeries {
  readonly name: Runs;
  /** Floats for drawing only; the printed numbers are `labels`. `null` leaves a gap. */
  readonly values: readonly (number | null)[];
  /** One per value, printed at the point or bar; an empty array prints none of them. */
  readonly labels: readonly Runs[];
}

/** A chart. Its printed texts are, in reading order: ticks, categories, then each series' name and labels. */
export interface Chart {
  readonly kind: 'chart';
  readonly id: string;
  /** `line` over time, `column` one bar a category, `stacked` horizontal bars of parts of a whole. */
  readonly form: 'line' | 'column' | 'stacked';
  readonly caption: Runs;
  /** Unit of the value axis in words without digits. */
  readonly unit: string;
  readonly categories: readonly Runs[];
  readonly ticks: readonly { readonly value: number; readonly label: Runs }[];
  readonly series: readonly ChartSeries[];
  /** Said instead of the picture by a screen reader; no digits. */
  readonly description: string;
}

export type Block = Heading | Paragraph | Table | Chart;

/** Boxes 1-5a and 9a of Decree 30's first page. Quốc hiệu and tiêu ngữ are the template's own. */
export interface Letterhead {
  /** Box 2: the parent body in capitals; null when the issuer has none. */
  readonly parent: string | null;
  /** Box 2: the issuing body in capitals. */
  readonly agency: string;
  /** Box 3, e.g. "Số: 05/BC-BTTTT"; the number is left open for samples and drafts. */
  readonly number: Runs;
  /** Box 4, e.g. "Hà Nội, ngày 05 tháng 11 năm 2024". */
  readonly placeAndDate: Runs;
  /** Box 5a: "BÁO CÁO". */
  readonly type: string;
  /** Box 5a: trích yếu. */
  readonly subject: Runs;
  /** Box 9a "Kính gửi"; empty when the report does not go up. */
  readonly addressees: readonly string[];
}

/** Boxes 7a, 7b and 9b. */
export interface Closing {
  /** 7a, one line each, in capitals, e.g. ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]. */
  readonly authority: readonly string[];
  /** 7b; null leaves the name open. */
  readonly signer: string | null;
  /** 9b, without dashes and final marks, e.g. ["Như trên", "Lưu: VT, CĐSQG"]. */
  readonly recipients: readonly Runs[];
}

export interface Annex {
  readonly id: string;
  /** "Phụ lục I" as text and numbering runs. */
  readonly number: Runs;
  readonly title: Runs;
  /** "(Kèm theo Báo cáo số … ngày … tháng … năm … của …)". */
  readonly reference: Runs;
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

export interface ReportModel {
  /** Version of this shape. */
  readonly version: 1;
  readonly report: string;
  readonly period: string;
  readonly kind: 'draft' | 'final';
  /** True when the data are a sample: every page says "SỐ LIỆU MINH HỌA". */
  readonly illustrative: boolean;
  /** Time of the edition, e.g. "2024-11-05T09:00:00+07:00"; the PDF's dates are this. */
  readonly at: string;
  /** Title for the PDF's metadata. */
  readonly title: string;
  readonly letterhead: Letterhead;
  /** Box 6, legal grounds: italic, one a line. */
  readonly grounds: readonly Runs[];
  readonly blocks: readonly Block[];
  readonly closing: Closing;
  readonly annexes: readonly Annex[];
}
