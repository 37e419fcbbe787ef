/**
 * The types of a definition: everything that `reports/` says about one report, as plain data.
 * src/definitions reads and checks it; an opened period stores it whole under its hash and is compiled from that copy.
 */
import type { Entity } from './entity.ts';
import type { Roster } from './roster.ts';
import type { IsoDate } from './dates.ts';
import type { ReportSettings } from './definition/report-settings.ts';
import type { Split } from './definition/split.ts';
import type { Indicator } from './definition/indicator.ts';
import type { Form } from './definition/form.ts';
import type { Check } from './definition/check.ts';
import type { AnnexDefinition, ChartDefinition, TableDefinition } from './definition/annex.ts';

export type { Frequency, RelativeDay, Span, Validity, Versus, WindowRule } from './definition/time.ts';
export type {
  BlockOfBodies,
  DocumentSettings,
  Issuer,
  IssuerChange,
  OutlineBlock,
  OutlineOverride,
  ReportSettings,
  Schedule,
} from './definition/report-settings.ts';
export type {
  Indicator,
  Nature,
  RowCondition,
  RowFilter,
  Scale,
  Threshold,
  Tolerance,
} from './definition/indicator.ts';
export type {
  ColumnType,
  Control,
  Field,
  Form,
  FormTable,
  Section,
  TableColumnDefinition,
} from './definition/form.ts';
export type { Check } from './definition/check.ts';
export type { Split } from './definition/split.ts';
export type {
  AnnexDefinition,
  Beside,
  BodiesTable,
  ChartDefinition,
  ComparisonRow,
  NumberInTable,
  RowsAnnex,
  RowsColumn,
  TableDefinition,
} from './definition/annex.ts';

export interface Definition {
  readonly report: ReportSettings;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly forms: readonly Form[];
  readonly checks: readonly Check[];
  readonly annexes: readonly AnnexDefinition[];
  /** Tables that the outline draws in the body. */
  readonly tables: readonly TableDefinition[];
  readonly charts: readonly ChartDefinition[];
  /** Handlebars source by path within the report's folder. */
  readonly texts: Readonly<Record<string, string>>;
  readonly entities: readonly Entity[];
  readonly rosters: readonly Roster[];
  readonly calendar: Calendar;
  /** How figures of divided bodies fall to those that took over; absent when no body's are weighed. */
  readonly splits?: readonly Split[];
}

/** Days off and working Saturdays or Sundays, by year. A year that is not listed is an error, never a guess. */
export interface Calendar {
  readonly years: readonly string[];
  readonly holidays: readonly IsoDate[];
  readonly swappedWorkdays: readonly IsoDate[];
}
