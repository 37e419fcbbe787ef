/** Turns files of the right shape into a definition: what an author leaves out gets its default here. */
import type {
  AnnexDefinition,
  BlockOfBodies,
  Calendar,
  ChartDefinition,
  Check,
  Definition,
  Field,
  Form,
  FormTable,
  Indicator,
  OutlineOverride,
  ReportSettings,
  Split,
  TableColumnDefinition,
  TableDefinition,
} from '../domain/definition.ts';
import { USUAL_BAND } from '../domain/definition/indicator.ts';
import type { Entity } from '../domain/entity.ts';
import type { Roster } from '../domain/roster.ts';

/** Values of the files after their shape was checked. */
export interface DefinitionFiles {
  readonly report: LooseReport;
  readonly indicators: LooseIndicators;
  readonly forms: LooseForms;
  readonly checks: readonly Check[];
  readonly annexes: LooseAnnexes;
  readonly splits: readonly Split[];
  readonly rosters: readonly Roster[];
  readonly calendar: Calendar;
  readonly entities: readonly Entity[];
  readonly texts: Readonly<Record<string, string>>;
}

type Loose<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
export type LooseReport = Loose<ReportSettings, 'blocks' | 'overrides' | 'schedule'>;
type LooseIndicator = Loose<Omit<Indicator, 'code'>, DefaultedKey>;
type DefaultedKey =
  | 'decimals'
  | 'fraction'
  | 'window'
  | 'breaks'
  | 'statuses'
  | 'targets'
  | 'rising'
  | 'signed'
  | 'share'
  | 'outlier'
  | 'unchangedFor';
type LooseField = Partial<Field>;
type LooseColumn = Loose<TableColumnDefinition, 'optional' | 'choices'>;
interface LooseForm extends Omit<Form, 'id' | 'sections' | 'tables'> {
  readonly sections: readonly { readonly title: string; readonly fields: readonly LooseField[] }[];
  readonly tables?: readonly (Omit<FormTable, 'columns'> & { readonly columns: readonly LooseColumn[] })[];
}

export type LooseIndicators = Readonly<Record<string, LooseIndicator>>;
export type LooseForms = Readonly<Record<string, LooseForm>>;
export interface LooseAnnexes {
  readonly annexes?: readonly AnnexDefinition[];
  readonly tables?: readonly TableDefinition[];
  readonly charts?: readonly ChartDefinition[];
}

/** A definition with every default filled in. References may still be wrong: the checks come after. */
export function completeDefinition(files: DefinitionFiles): Definition {
  const asked = askedCodes(files.forms);
  return {
    report: completeReport(files.report),
    indicators: Object.fromEntries(
      Object.entries(files.indicators).map(([code, indicator]) => [
        code,
        completeIndicator(code, indicator, asked.has(code)),
      ]),
    ),
    forms: Object.entries(files.forms).map(([id, form]) => completeForm(id, form, files.indicators)),
    checks: files.checks,
    annexes: files.annexes.annexes ?? [],
    tables: files.annexes.tables ?? [],
    charts: files.annexes.charts ?? [],
    texts: files.texts,
    entities: files.entities,
    rosters: files.rosters,
    calendar: files.calendar,
    // A report without divided bodies keeps the hash that it had before there were any.
    ...(files.splits.length > 0 ? { splits: files.splits } : {}),
  };
}

function askedCodes(forms: LooseForms): ReadonlySet<string> {
  const fields = Object.values(forms).flatMap(({ sections }) =>
    sections.flatMap((section) => section.fields),
  );
  return new Set(fields.flatMap((field) => field.indicator ?? []));
}

function completeReport(report: LooseReport): ReportSettings {
  const blocks: Readonly<Record<string, BlockOfBodies>> = report.blocks ?? {};
  const overrides: readonly OutlineOverride[] = report.overrides ?? [];
  return { ...report, blocks, overrides, schedule: report.schedule ?? { due: 3, close: 5, publish: 8 } };
}

function completeIndicator(code: string, indicator: LooseIndicator, asked: boolean): Indicator {
  // A place may stay the same for years, and a jump of places is no wrong number.
  const watched = asked && !indicator.rank && (indicator.nature === 'flow' || indicator.nature === 'stock');
  return {
    ...indicator,
    code,
    decimals: indicator.decimals ?? 0,
    fraction: indicator.fraction ?? false,
    window: indicator.window ?? 'ky',
    breaks: indicator.breaks ?? [],
    statuses: indicator.statuses ?? [],
    targets: indicator.targets ?? [],
    rising: indicator.rising ?? false,
    signed: indicator.signed ?? false,
    share: indicator.share ?? indicator.unit === '%',
    outlier: orDefault(indicator.outlier, watched ? USUAL_BAND : null),
    unchangedFor: orDefault(indicator.unchangedFor, watched ? 3 : null),
  };
}

/** `null` is an answer (not checked); only an absent key takes the default. */
function orDefault<T>(value: T | null | undefined, fallback: T | null): T | null {
  return value === undefined ? fallback : value;
}

function completeForm(id: string, form: LooseForm, indicators: LooseIndicators): Form {
  return {
    ...form,
    id,
    sections: form.sections.map(({ title, fields }) => ({
      title,
      fields: fields.map((field) => completeField(field, indicators)),
    })),
    tables: (form.tables ?? []).map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        choices: column.choices ?? [],
        optional: column.optional ?? false,
      })),
    })),
  };
}

function completeField(field: LooseField, indicators: LooseIndicators): Field {
  const code = field.indicator ?? field.control?.indicator ?? '';
  return {
    ...field,
    id: field.id ?? field.indicator ?? '',
    label: field.label ?? (Object.hasOwn(indicators, code) ? (indicators[code]?.label ?? code) : code),
    optional: field.control !== undefined || (field.optional ?? false),
    mayNotApply: field.mayNotApply ?? false,
    evidence: field.evidence ?? false,
    asOf: field.asOf ?? false,
  };
}

/**
 * Writes fields given as a bare code as `{indicator: code}`, in place, so that one schema describes both.
 * Anything that is not shaped like forms is left for the schema to name.
 */
export function expandBareFields(forms: unknown): void {
  for (const form of valuesOf(forms))
    for (const section of valuesOf(child(form, 'sections'))) {
      const fields = child(section, 'fields');
      if (!Array.isArray(fields)) continue;
      for (const [index, field] of fields.entries())
        if (typeof field === 'string') fields[index] = { indicator: field };
    }
}

function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
