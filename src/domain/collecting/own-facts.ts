/**
 * The facts of one body's form: what the domain's checks and comparisons need to look at this one answer, and nothing
 * of the other bodies. Beside the body stands one other of its roster, which has not answered: values of single bodies
 * are then what they are in the whole report, with the same finding ids, and no total of all is ever mistaken for one.
 */
import { codesOf } from '../checks/codes.ts';
import type { Check, Definition, Form, Indicator } from '../definition.ts';
import type { Entity } from '../entity.ts';
import type { Facts, FigureSheet, HistoryValue } from '../facts.ts';
import { askedFields } from '../owed.ts';
import type { Period, PeriodId } from '../period.ts';
import type { Revision } from '../submission.ts';

export interface OwnFactsInput {
  readonly definition: Definition;
  readonly period: Period;
  readonly form: Form;
  readonly entity: string;
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** The answers, as the revision that they would be. */
  readonly revision: Revision;
  /** Figures of the body, and of those it was made from, in earlier periods. */
  readonly earlier: readonly FigureSheet[];
  /** Values of history of these bodies; of the whole where the form has one owner. */
  readonly history: readonly HistoryValue[];
}

/** Facts in which the form is the only one, owed by the body and one that is silent. */
export function ownFacts(input: OwnFactsInput): Facts {
  const { definition, period, form, entity, members, revision, earlier, history } = input;
  const roster = form.roster ?? '';
  const other = form.body === undefined ? members[roster]?.find((id) => id !== entity) : undefined;
  return {
    definition: definitionOf(definition, form),
    period,
    members: { [roster]: other === undefined ? [entity] : [entity, other] },
    submissions: [{ revision, state: 'accepted' }],
    waivers: [],
    justifications: [],
    history,
    earlier,
    previous: [],
  };
}

/** The definition with one form, made once for each. */
const definitions = new WeakMap<Definition, Map<string, Definition>>();

function definitionOf(definition: Definition, form: Form): Definition {
  const known = definitions.get(definition) ?? new Map<string, Definition>();
  definitions.set(definition, known);
  const made = known.get(form.id) ?? { ...definition, forms: [form] };
  known.set(form.id, made);
  return made;
}

/** What a form alone decides, in a period. */
export interface OwnMatters {
  /** The indicators that it asks, and those derived from nothing else. */
  readonly indicators: readonly Indicator[];
  /** The declared checks that look at nothing but these, of the kinds that concern a single body. */
  readonly checks: readonly Check[];
}

const matters = new WeakMap<Form, Map<PeriodId, OwnMatters>>();

/** The same for every body, so it is found out once. */
export function ownMatters(input: Pick<OwnFactsInput, 'definition' | 'form' | 'period'>): OwnMatters {
  const { definition, form, period } = input;
  const ofForm = matters.get(form) ?? new Map<PeriodId, OwnMatters>();
  matters.set(form, ofForm);
  const known = ofForm.get(period.id);
  if (known) return known;
  const indicators = ownIndicators(input);
  const made = { indicators, checks: ownChecks(definition, indicators) };
  ofForm.set(period.id, made);
  return made;
}

function ownIndicators({
  definition,
  form,
  period,
}: Pick<OwnFactsInput, 'definition' | 'form' | 'period'>): readonly Indicator[] {
  const asked = new Set(askedFields(form, definition, period.id).map(({ indicator }) => indicator));
  const decided = (code: string, path: readonly string[] = []): boolean => {
    if (asked.has(code)) return true;
    const indicator = definition.indicators[code];
    const parts = indicator ? inputsOf(indicator) : [];
    return parts.length > 0 && !path.includes(code) && parts.every((part) => decided(part, [...path, code]));
  };
  return Object.values(definition.indicators).filter(({ code }) => decided(code));
}

function inputsOf({ sum, difference, numerator, denominator }: Indicator): readonly string[] {
  return sum ?? difference ?? [numerator, denominator].filter((part): part is string => part !== undefined);
}

function ownChecks({ checks }: Definition, indicators: readonly Indicator[]): readonly Check[] {
  const codes = new Set(indicators.map(({ code }) => code));
  return checks.filter((check) => {
    // A ladder is about all bodies together.
    if (check.kind === 'ladder') return false;
    const named = codesOf(check);
    return named.length > 0 && named.every((code) => codes.has(code));
  });
}

const behind = new WeakMap<readonly Entity[], Map<string, readonly string[]>>();

/** A body and all those that it was ever made from, nearest first. */
export function bodiesBehind(entity: string, entities: readonly Entity[]): readonly string[] {
  const ofAll = behind.get(entities) ?? new Map<string, readonly string[]>();
  behind.set(entities, ofAll);
  const known = ofAll.get(entity);
  if (known) return known;
  const found = new Set([entity]);
  for (const body of found)
    for (const { id, successors } of entities) if (successors.includes(body)) found.add(id);
  const bodies = [...found];
  ofAll.set(entity, bodies);
  return bodies;
}
