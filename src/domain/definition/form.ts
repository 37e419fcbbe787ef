/** forms.yaml: what is asked of whom. */
import type { Tolerance } from './indicator.ts';
import type { Span, Validity, Versus } from './time.ts';

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
  /** It is of another source than what is computed: how far the two may be apart. */
  readonly tolerance?: Tolerance;
}

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

export type ColumnType = 'text' | 'choice' | 'date' | 'number' | 'flag' | 'code' | 'body';

export interface TableColumnDefinition {
  readonly id: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly optional: boolean;
  /** Of a body: the roster that it is one of. */
  readonly roster?: string;
}

export interface FormTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly TableColumnDefinition[];
  /** A register that stands until it changes: may be confirmed for so many periods after the one in which it was typed. */
  readonly standing?: number;
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
