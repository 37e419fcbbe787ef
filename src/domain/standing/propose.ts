/**
 * What a body may confirm instead of typing it again: for each standing field and table of a form its last answer, with
 * the revision and the day of the original, or why there is nothing to confirm. Nothing here is an answer yet.
 */
import type { IsoDate } from '../dates.ts';
import type { Definition, Field, Form, FormTable, Indicator } from '../definition.ts';
import type { Entity } from '../entity.ts';
import { askedFields } from '../owed.ts';
import { monthsOf, type Period, type PeriodId } from '../period.ts';
import type { Answers, Carried, Cell, Revision, Row } from '../submission.ts';
import { checkAnswers } from '../validation/check-answers.ts';
import { isStale, periodsAfter } from './age.ts';
import { sameBodies, takenOver } from './lineage.ts';

/** An accepted revision of an earlier period of the same kind, with what that period was compiled from. */
export interface StandingSource {
  readonly revision: Revision;
  readonly definition: Definition;
  readonly period: Period;
}

/** Why something must be answered anew; `not-standing` is asked in every period. */
export type Unanswered =
  'not-standing' | 'no-earlier' | 'pending' | 'reorganised' | 'series-break' | 'changed';

export type Proposed<T> =
  /** It is answered in this period. */
  | { readonly state: 'answered' }
  /** May be confirmed: typed `age` periods ago, good for `limit` of them. */
  | {
      readonly state: 'offered';
      readonly answer: T;
      readonly carried: Carried;
      readonly age: number;
      readonly limit: number;
    }
  /** Too old to be confirmed. */
  | { readonly state: 'stale'; readonly carried: Carried; readonly age: number; readonly limit: number }
  | { readonly state: 'unanswered'; readonly why: Unanswered };

export interface ProposedField {
  readonly field: Field;
  readonly proposed: Proposed<Cell>;
}

export interface ProposedTable {
  readonly table: FormTable;
  readonly proposed: Proposed<readonly Row[]>;
}

export interface Proposal {
  readonly form: string;
  readonly entity: string;
  /** The fields that the period asks for an indicator, in the form's order. */
  readonly fields: readonly ProposedField[];
  /** The standing tables. */
  readonly tables: readonly ProposedTable[];
  /** Bodies that this one was put together from since its last answers: theirs are not its own. */
  readonly takenOver: readonly Entity[];
}

export interface ProposalRequest {
  readonly definition: Definition;
  readonly period: Period;
  readonly form: Form;
  readonly entity: string;
  /** Accepted revisions of the form from the body, or from the same body under a former name; in any order. */
  readonly sources: readonly StandingSource[];
  /** What the body has answered in this period so far. */
  readonly current?: Answers;
}

const NOTHING: Answers = { cells: {}, tables: {} };

/** The proposal for one body and form. It is a function of what was accepted, and writes nothing. */
export function proposeAnswers(request: ProposalRequest): Proposal {
  const { definition, period, form, entity, sources, current = NOTHING } = request;
  const newest = sources.toSorted((one, other) => (one.period.id < other.period.id ? 1 : -1));
  const same = sameBodies(entity, definition.entities);
  const end = period.windows['ky']?.to ?? '';
  const joined = (after?: IsoDate): readonly Entity[] =>
    takenOver(same, definition.entities, end, after ?? '');
  const judge = <T>(last: Last<T> | undefined, limit: number, breaks: Breaks): Proposed<T> => {
    if (!last) return { state: 'unanswered', why: joined().length > 0 ? 'reorganised' : 'no-earlier' };
    if (!last.known) return { state: 'unanswered', why: 'pending' };
    const { answer, carried } = last;
    if (joined(carried.asOf).length > 0) return { state: 'unanswered', why: 'reorganised' };
    if (breaksBetween(breaks, carried.from, period.id)) return { state: 'unanswered', why: 'series-break' };
    if (!last.fits) return { state: 'unanswered', why: 'changed' };
    const age = periodsAfter(carried.from, period.id) ?? 0;
    if (isStale(carried, limit, period.id)) return { state: 'stale', carried, age, limit };
    return { state: 'offered', answer, carried, age, limit };
  };
  const fields = askedFields(form, definition, period.id).flatMap((field): readonly ProposedField[] => {
    const indicator = field.indicator === undefined ? undefined : definition.indicators[field.indicator];
    if (!indicator) return [];
    const cell = current.cells[field.id];
    const given = cell && 'carried' in cell ? cell.carried : undefined;
    if (cell && !given) return [{ field, proposed: { state: 'answered' } }];
    const limit = indicator.standing;
    if (limit === undefined) return [{ field, proposed: { state: 'unanswered', why: 'not-standing' } }];
    const last = lastCell(newest, form, definition, field, indicator);
    const proposed = judge(last, limit, last?.known ? breaksFor(indicator, last.answer) : []);
    return [{ field, proposed: given && stillHolds(proposed, given) ? { state: 'answered' } : proposed }];
  });
  const tables = form.tables.flatMap((table): readonly ProposedTable[] => {
    if (table.standing === undefined) return [];
    const mark = current.standingTables?.[table.id];
    const given = mark === 'none' ? undefined : mark;
    const typed = mark === 'none' || (!given && (current.tables[table.id] ?? []).length > 0);
    if (typed) return [{ table, proposed: { state: 'answered' } }];
    const proposed = judge(lastRows(newest, form, definition, table), table.standing, []);
    return [{ table, proposed: given && stillHolds(proposed, given) ? { state: 'answered' } : proposed }];
  });
  return { form: form.id, entity, fields, tables, takenOver: joined(newest[0]?.period.windows['ky']?.to) };
}

type Breaks = Indicator['breaks'];

/** The last answer of earlier periods, its original, and whether it is one of the form as it is now. */
type Last<T> =
  | { readonly known: true; readonly answer: T; readonly carried: Carried; readonly fits: boolean }
  /** "chưa có số liệu". */
  | { readonly known: false };

/** What was confirmed is what would be offered again: the original was not corrected since, and is not too old. */
function stillHolds(proposed: Proposed<unknown>, given: Carried): boolean {
  return proposed.state === 'offered' && proposed.carried.revision === given.revision;
}

function lastCell(
  newest: readonly StandingSource[],
  form: Form,
  definition: Definition,
  field: Field,
  indicator: Indicator,
): Last<Cell> | undefined {
  const answerIn = (source: StandingSource): Cell | undefined =>
    source.revision.cells[fieldThen(source, form, field, indicator)?.id ?? field.id];
  const last = newest.find((source) => answerIn(source) !== undefined);
  const cell = last && answerIn(last);
  if (!last || !cell) return undefined;
  if (cell.state === 'pending') return { known: false };
  // A correction of the original is what is true now; the copy that was carried on since is not.
  const original = cell.carried && originalOf(newest, cell.carried);
  const source = original ?? last;
  const typed = original ? answerIn(original) : cell;
  if (!typed) return undefined;
  if (typed.state === 'pending') return { known: false };
  const { carried: before, ...answer } = typed;
  const carried = before ?? {
    from: source.period.id,
    revision: source.revision.id,
    asOf: (typed.state === 'value' ? typed.asOf : undefined) ?? windowEnd(source.period, indicator.window),
  };
  const fits =
    meansTheSame(source, form, field, indicator) &&
    checkAnswers(form, definition, { cells: { [field.id]: answer }, tables: {} }).length === 0;
  return { known: true, answer, carried, fits };
}

function lastRows(
  newest: readonly StandingSource[],
  form: Form,
  definition: Definition,
  table: FormTable,
): Last<readonly Row[]> | undefined {
  const last = newest.find((source) => isTableAnswered(source, form, table.id));
  if (!last) return undefined;
  const mark = last.revision.standingTables?.[table.id];
  const original = mark === undefined || mark === 'none' ? undefined : originalOf(newest, mark);
  const source = original ?? last;
  if (original && !isTableAnswered(original, form, table.id)) return undefined;
  const answer = source.revision.tables[table.id] ?? [];
  const own = source.revision.standingTables?.[table.id];
  const carried =
    own === undefined || own === 'none'
      ? { from: source.period.id, revision: source.revision.id, asOf: windowEnd(source.period, 'ky') }
      : own;
  const fits = checkAnswers(form, definition, { cells: {}, tables: { [table.id]: answer } }).length === 0;
  return { known: true, answer, carried, fits };
}

/** A table that was not standing then was answered by what was sent, even by no rows. */
function isTableAnswered({ revision, definition }: StandingSource, form: Form, table: string): boolean {
  const then = definition.forms.find(({ id }) => id === form.id)?.tables.find(({ id }) => id === table);
  if (!then) return false;
  const rows = revision.tables[table] ?? [];
  return then.standing === undefined || rows.length > 0 || revision.standingTables?.[table] !== undefined;
}

/** The accepted revision, as it stands now, of the period and body of an original. */
function originalOf(
  sources: readonly StandingSource[],
  { from, revision: id }: Carried,
): StandingSource | undefined {
  const body = bodyOf(id);
  return sources.find(({ revision }) => revision.period === from && revision.entity === body);
}

/** The body in a revision's id, "<period>/<form>/<entity>/<number>". */
export function bodyOf(revision: string): string {
  return revision.split('/')[2] ?? '';
}

/** The field that asked then for what the field asks now, also where its indicator had another code. */
function fieldThen(
  { definition, revision }: StandingSource,
  form: Form,
  { indicator: code }: Field,
  { continues }: Indicator,
): Field | undefined {
  const then = definition.forms.find(({ id }) => id === form.id);
  const asking = then?.sections
    .flatMap(({ fields }) => fields)
    .filter(({ indicator }) => indicator !== undefined && [code, continues].includes(indicator));
  return asking?.find(({ id }) => revision.cells[id] !== undefined) ?? asking?.[0];
}

/** True when the form asked then for what it asks now, in the same unit. */
function meansTheSame(source: StandingSource, form: Form, field: Field, now: Indicator): boolean {
  const code = fieldThen(source, form, field, now)?.indicator ?? '';
  const before = source.definition.indicators[code];
  return before !== undefined && before.nature === now.nature && before.unit === now.unit;
}

/** Where one class of a status changed its meaning, the others stand. */
function breaksFor({ breaks }: Indicator, cell: Cell): Breaks {
  return breaks.filter(
    ({ status }) => status === undefined || (cell.state === 'value' && cell.value === status),
  );
}

function breaksBetween(breaks: Breaks, earlier: PeriodId, later: PeriodId): boolean {
  const [after, until] = [monthsOf(earlier)[1], monthsOf(later)[1]];
  return breaks.some(({ from }) => after < from && from <= until);
}

function windowEnd({ windows }: Period, window: string): IsoDate {
  return (windows[window] ?? windows['ky'])?.to ?? '';
}
