/**
 * Periods nest: months make up quarters, halves, nine months and years. What a form asks each month a longer period does
 * not ask again; it is compiled from the answers of its months.
 */
import type { Definition, Form, Frequency, Indicator } from './definition.ts';
import { validIn } from './owed.ts';
import { frequencyOf, monthsOf, tilingsOf, type PeriodId } from './period.ts';

/** A form that a period is compiled from instead of asking it. */
export interface NestedForm {
  readonly form: Form;
  /** The shorter periods of one kind that make up the period and ask the form, in order. */
  readonly periods: readonly PeriodId[];
}

/** Forms that are not asked in a period but in shorter ones that make it up: of these kinds, the shortest. */
export function nestedForms(
  { report, forms }: Pick<Definition, 'report' | 'forms'>,
  period: PeriodId,
): readonly NestedForm[] {
  const kind = frequencyOf(period);
  const tilings = tilingsOf(period).filter(([first]) =>
    report.frequency.some((known) => first !== undefined && known === frequencyOf(first)),
  );
  if (tilings.length === 0) return [];
  return forms.flatMap((form) => {
    if (isOfKind(form, kind)) return [];
    const tiling = tilings.findLast(([first = '']) => isOfKind(form, frequencyOf(first)));
    const periods = (tiling ?? []).filter((part) => validIn(form, part));
    return periods.length === 0 ? [] : [{ form, periods }];
  });
}

/** The shorter periods whose answers a period is compiled from, in the order of their ends; mostly none. */
export function partsOf(
  definition: Pick<Definition, 'report' | 'forms'>,
  period: PeriodId,
): readonly PeriodId[] {
  const parts = new Set(nestedForms(definition, period).flatMap(({ periods }) => periods));
  return [...parts].sort((left, right) => (monthsOf(left)[1] < monthsOf(right)[1] ? -1 : 1));
}

/** True when a thing that may be limited to some kinds of period is there in periods of a kind. */
export function isOfKind(
  { frequencies }: { readonly frequencies?: readonly Frequency[] },
  kind: Frequency,
): boolean {
  return frequencies === undefined || frequencies.includes(kind);
}

/** What adds up over time, or holds on a day, follows from shorter periods; all else has to be asked anew. */
export function followsFromParts({ nature }: Pick<Indicator, 'nature'>): boolean {
  return nature === 'flow' || nature === 'stock';
}

/** True when a form has a field that answers an indicator. */
export function asks({ sections }: Form, code: string): boolean {
  return sections.some(({ fields }) => fields.some(({ indicator }) => indicator === code));
}

/** True when a form has a table. */
export function hasTable({ tables }: Form, id: string): boolean {
  return tables.some((table) => table.id === id);
}

/** Kinds of period that make up a longer one, by its kind. */
const WITHIN: Readonly<Record<Frequency, readonly Frequency[]>> = {
  month: [],
  quarter: ['month'],
  half: ['quarter', 'month'],
  'nine-months': ['quarter', 'month'],
  year: ['half', 'quarter', 'month'],
};

/** The kind of shorter period in which a form is asked that a longer one takes its answers from; undefined: none. */
export function kindWithin(
  { report }: Pick<Definition, 'report'>,
  form: Form,
  kind: Frequency,
): Frequency | undefined {
  if (isOfKind(form, kind)) return undefined;
  return WITHIN[kind].findLast((shorter) => report.frequency.includes(shorter) && isOfKind(form, shorter));
}

/** True when periods of a kind have a form's answers: because they ask it, or because shorter periods do. */
export function reaches(definition: Pick<Definition, 'report'>, form: Form, kind: Frequency): boolean {
  return isOfKind(form, kind) || kindWithin(definition, form, kind) !== undefined;
}

const known = new WeakMap<Definition, Map<string, boolean>>();

/** True when periods of a kind have values of an indicator: asked, compiled from shorter ones, or derived from such. */
export function isAvailable(definition: Definition, code: string, kind: Frequency): boolean {
  const answers = known.get(definition) ?? new Map<string, boolean>();
  known.set(definition, answers);
  const id = `${kind}/${code}`;
  const answer = answers.get(id);
  if (answer !== undefined) return answer;
  // An indicator that is made of itself is another rule's fault.
  answers.set(id, true);
  const found = findAvailable(definition, code, kind);
  answers.set(id, found);
  return found;
}

function findAvailable(definition: Definition, code: string, kind: Frequency): boolean {
  const indicator = definition.indicators[code];
  if (!indicator) return true;
  if (!isOfKind(indicator, kind)) return false;
  const { sum = [], difference = [], numerator, denominator, meets, rows } = indicator;
  const parts = [...sum, ...difference, numerator, denominator, meets?.indicator].filter(
    (part) => part !== undefined,
  );
  if (parts.length > 0) return parts.every((part) => isAvailable(definition, part, kind));
  const sources = definition.forms.filter((form) => (rows ? hasTable(form, rows.table) : asks(form, code)));
  if (sources.length === 0) return true;
  return sources.some((form) =>
    rows || followsFromParts(indicator) ? reaches(definition, form, kind) : isOfKind(form, kind),
  );
}

/** True when a period has values of an indicator: it is valid then, and there in periods of that kind. */
export function hasValues(definition: Definition, indicator: Indicator, period: PeriodId): boolean {
  return validIn(indicator, period) && isAvailable(definition, indicator.code, frequencyOf(period));
}
