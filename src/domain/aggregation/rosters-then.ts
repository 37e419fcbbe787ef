/**
 * Who owed what in an earlier period: rosters as of the last day of its window, forms and fields by their dates; or as
 * the period's pin has it, where the definition was rewritten since.
 */
import type { AskedThen } from '../asked-then.ts';
import type { IsoDate } from '../dates.ts';
import type { Indicator } from '../definition.ts';
import type { Facts } from '../facts.ts';
import { madeOnce, nested } from '../made-once.ts';
import { askedFields, owedForms } from '../owed.ts';
import { windowOf, type PeriodId } from '../period.ts';
import { membersOn } from '../roster.ts';

/** Last day of the window that decided who owed a period. */
export function rosterDay(facts: Facts, period: PeriodId): IsoDate {
  if (period === facts.period.id) return facts.period.windows['ky']?.to ?? '';
  const rule = facts.definition.report.windows['ky'];
  return facts.rosterDays?.[period] ?? (rule ? windowOf(rule, period).to : '');
}

export interface Time {
  readonly day: IsoDate;
  /** The same number for days between which no body began or ended; its own for a period whose pin had other members. */
  readonly era: number;
  members(roster: string): readonly string[];
  asks(indicator: Indicator, entity: string): boolean;
  asked(indicator: Indicator): readonly string[];
}

const times = new WeakMap<Facts, Map<PeriodId, Time>>();

/** The rosters and questions of a period, made once. */
export function timeOf(facts: Facts, period: PeriodId): Time {
  return madeOnce(nested(times, facts), period, () => makeTime(facts, period));
}

function makeTime(facts: Facts, period: PeriodId): Time {
  const { definition } = facts;
  const day = rosterDay(facts, period);
  const { members, era } = membersIn(facts, period, day);
  const owed = owedForms({ definition, period: { ...facts.period, id: period }, members });
  const sets = new Map<readonly string[], ReadonlySet<string>>();
  const setOf = (bodies: readonly string[]): ReadonlySet<string> =>
    madeOnce(sets, bodies, (listed) => new Set(listed));
  let known: ReadonlyMap<string, readonly Asking[]> | undefined;
  const formsAsking = ({ code, primary }: Indicator): readonly (readonly string[])[] => {
    // Of most periods only the day is asked for.
    const pinned = facts.askedThen?.[period]?.forms;
    known ??= pinned ? askingThen(pinned, members) : askingIn(owed, definition, period);
    const all = known.get(code) ?? [];
    const own = all.filter(({ form }) => form === primary);
    return (own.length > 0 ? own : all).map(({ bodies }) => bodies);
  };
  const partsOf = (indicator: Indicator): readonly Indicator[] => {
    const { sum = [], difference = [], numerator, denominator, meets } = indicator;
    const codes = [...sum, ...difference, numerator, denominator, meets?.indicator];
    return codes.flatMap((code) => definition.indicators[code ?? ''] ?? []);
  };
  const listsOf = (indicator: Indicator): readonly (readonly string[])[] => {
    const { rows } = indicator;
    if (!rows) return formsAsking(indicator);
    const owing = owed.filter(({ form }) => form.tables.some(({ id }) => id === rows.table));
    if (rows.body === undefined) return owing.map(({ bodies }) => bodies);
    const columns = owing.flatMap(({ form }) =>
      form.tables.filter(({ id }) => id === rows.table).flatMap((table) => table.columns),
    );
    return [members[columns.find(({ id }) => id === rows.body)?.roster ?? ''] ?? []];
  };
  const asks = (indicator: Indicator, entity: string): boolean => {
    const parts = partsOf(indicator);
    if (parts.length > 0) return parts.every((part) => asks(part, entity));
    return listsOf(indicator).some((bodies) => setOf(bodies).has(entity));
  };
  const lists = new Map<Indicator, readonly string[]>();
  const asked = (indicator: Indicator): readonly string[] => madeOnce(lists, indicator, findAsked);
  const findAsked = (indicator: Indicator): readonly string[] => {
    const [first, ...others] = partsOf(indicator);
    if (first) return asked(first).filter((entity) => others.every((part) => asks(part, entity)));
    const [only, ...more] = listsOf(indicator);
    return only && more.length === 0 ? only : [...new Set([...(only ?? []), ...more.flat()])];
  };
  return { day, era, members: (roster) => members[roster] ?? [], asks, asked };
}

interface Asking {
  readonly form: string;
  readonly bodies: readonly string[];
}

/** Every form that asks for an indicator, by its code. */
function askingIn(
  owed: ReturnType<typeof owedForms>,
  definition: Facts['definition'],
  period: PeriodId,
): ReadonlyMap<string, readonly Asking[]> {
  const asking = new Map<string, Asking[]>();
  for (const { form, bodies } of owed)
    for (const { indicator } of askedFields(form, definition, period)) {
      if (indicator === undefined) continue;
      const forms = asking.get(indicator) ?? [];
      asking.set(indicator, forms);
      forms.push({ form: form.id, bodies });
    }
  return asking;
}

function askingThen(
  forms: NonNullable<AskedThen['forms']>,
  members: Facts['members'],
): ReadonlyMap<string, readonly Asking[]> {
  const asking = new Map<string, Asking[]>();
  for (const { form, roster = '', body, indicators } of forms) {
    const bodies = body === undefined ? (members[roster] ?? []) : [body];
    for (const indicator of indicators) {
      const known = asking.get(indicator) ?? [];
      asking.set(indicator, known);
      known.push({ form, bodies });
    }
  }
  return asking;
}

type Rosters = Facts['members'];

function membersIn(
  facts: Facts,
  period: PeriodId,
  day: IsoDate,
): { readonly members: Rosters; readonly era: number } {
  const era = eraOf(facts, day);
  const members = rostersOn(facts, day, era);
  const pinned = facts.askedThen?.[period]?.members ?? {};
  if (Object.keys(pinned).length === 0) return { members, era };
  // Negative, so that no number of changes is the same.
  return {
    members: { ...members, ...pinned },
    era: -1 - Object.keys(facts.askedThen ?? {}).indexOf(period),
  };
}

const rosters = new WeakMap<Facts, Map<number, Rosters>>();

/** Who belonged to each roster; the same lists for days between which nothing changed. */
function rostersOn(facts: Facts, day: IsoDate, era: number): Rosters {
  const known =
    rosters.get(facts) ?? new Map([[eraOf(facts, rosterDay(facts, facts.period.id)), facts.members]]);
  rosters.set(facts, known);
  const { definition } = facts;
  const members =
    known.get(era) ??
    Object.fromEntries(
      definition.rosters.map(({ id }) => [
        id,
        membersOn(id, day, definition.rosters, definition.entities).map((entity) => entity.id),
      ]),
    );
  known.set(era, members);
  return members;
}

const beginnings = new WeakMap<Facts['definition']['entities'], readonly IsoDate[]>();

/** How often bodies have begun or ended up to a day. */
function eraOf({ definition: { entities } }: Facts, day: IsoDate): number {
  let days = beginnings.get(entities);
  if (!days) {
    const changes = entities.flatMap(({ validFrom, validTo }) => [
      ...(validFrom === undefined ? [] : [validFrom]),
      // A body is there on its last day: what changes, changes after it.
      ...(validTo === undefined ? [] : [`${validTo}+`]),
    ]);
    days = [...new Set(changes)].sort();
    beginnings.set(entities, days);
  }
  return days.filter((change) => (change.endsWith('+') ? change.slice(0, 10) < day : change <= day)).length;
}
