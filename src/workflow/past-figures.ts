/** Figures of one indicator in past periods: as they were reported, or restated to the bodies of today. */
import { readPeriods } from '../db/periods.ts';
import { bodiesChanged } from '../domain/aggregation/bodies-changed.ts';
import { bodiesThen, entityOf } from '../domain/aggregation/bodies-then.ts';
import { createBook, type Book } from '../domain/aggregation/book.ts';
import type { Aggregate, Measure } from '../domain/aggregation/measure.ts';
import { askedBodies } from '../domain/aggregation/total.ts';
import type { Indicator, Span } from '../domain/definition.ts';
import { entityById } from '../domain/entity.ts';
import { canonical } from '../domain/exact.ts';
import type { LedgerEntry } from '../domain/ledger.ts';
import { monthsOf, type PeriodId } from '../domain/period.ts';
import { readFacts } from './read-facts.ts';
import { periodUnknown } from './require-period.ts';

import type { Workplace } from './workplace.ts';
import { WorkflowProblem } from './workflow-problem.ts';

export interface PastFiguresOptions {
  /** One period; absent: every opened one. */
  readonly period?: PeriodId;
  /** A block, roster or body; absent: all who are asked. */
  readonly scope?: string;
  /** Of a status: the class whose count stands in the totals. */
  readonly status?: string;
  readonly span?: Span;
  readonly restated?: boolean;
}

/** A body's figure, or a total. */
export interface PastFigure {
  /** Id of the body; "" for the total. */
  readonly entity: string;
  readonly name: string;
  /** Canonical decimal (or "a/b"), "yes", "no", or a class; null when there is none. */
  readonly value: string | null;
  /** Where it comes from, or why there is none. */
  readonly basis: 'answer' | 'computed' | 'history' | 'restated' | 'incomparable' | 'unknown';
  /** Of a restated value: the bodies of then, with the part of each that is counted. */
  readonly from?: readonly { readonly entity: string; readonly name: string; readonly weight: string }[];
  /** Of a value from history: where it was published. */
  readonly source?: string;
}

export interface PastPeriod {
  readonly period: PeriodId;
  readonly figures: readonly PastFigure[];
  readonly total: PastFigure;
}

export interface PastFigures {
  readonly report: string;
  readonly indicator: string;
  readonly label: string;
  readonly unit: string;
  readonly span: Span;
  /** as-reported: by the bodies of each period · restated: by those of the latest. */
  readonly view: 'as-reported' | 'restated';
  /** The latest opened period: restated figures are of its bodies. */
  readonly seenFrom: PeriodId;
  /** Labels of the classes of a status. */
  readonly classes: Readonly<Record<string, string>>;
  readonly periods: readonly PastPeriod[];
}

/**
 * Figures of one period, or of all. As reported they are those of each period's own bodies; restated, those of the
 * bodies of the latest period, as it would compare itself with them.
 * @throws WorkflowProblem "period-unknown" when no period (or not that one) was opened; "input" for an unknown indicator,
 * scope or class.
 */
export async function readPastFigures(
  workplace: Workplace,
  report: string,
  code: string,
  options: PastFiguresOptions = {},
): Promise<PastFigures> {
  const opened = (await readPeriods(workplace.db, report)).map(({ period }) => period).toSorted(byEnd);
  const latest = opened.at(-1);
  if (latest === undefined) throw periodUnknown(report, options.period ?? '');
  if (options.period !== undefined && !opened.includes(options.period))
    throw periodUnknown(report, options.period);
  const book = createBook((await readFacts(workplace, report, latest)).facts);
  const indicator = requireIndicator(book, code, options);
  const { scope = '', restated = false, span = 'period', status } = options;
  requireScope(book, scope);
  const measure = { span, scope, ...(status === undefined ? {} : { status }) };
  const periods: PastPeriod[] = [];
  for (const period of options.period === undefined ? opened : [options.period]) {
    const seen = restated ? book : createBook((await readFacts(workplace, report, period)).facts);
    periods.push(periodIn(seen, seen.indicator(code), { ...measure, indicator: code, period }));
  }
  return {
    report,
    indicator: code,
    label: indicator.label,
    unit: indicator.unit,
    span,
    view: restated ? 'restated' : 'as-reported',
    seenFrom: latest,
    classes: Object.fromEntries(indicator.statuses.map(({ id, label }) => [id, label])),
    periods,
  };
}

/** A period as a book knows it: its own, or the latest one. */
function periodIn(book: Book, indicator: Indicator, measure: Measure): PastPeriod {
  const bodies = bodiesIn(book, indicator, measure);
  return {
    period: measure.period,
    figures: bodies.map((entity) => bodyFigure(book, indicator, { ...measure, scope: entity })),
    total: totalOf(book, indicator, measure),
  };
}

/** Of a ladder only one class can be counted. */
function totalOf(book: Book, indicator: Indicator, measure: Measure): PastFigure {
  if (indicator.nature === 'status' && measure.status === undefined)
    return { entity: '', name: '', value: null, basis: 'unknown' };
  return figure('', '', book, book.value(measure));
}

/** The bodies of the book's period, of those who are asked; of a body of another time those that it stands for. */
function bodiesIn(book: Book, indicator: Indicator, { scope, period }: Measure): readonly string[] {
  const isOwn = period === book.facts.period.id;
  if (!isOwn || !entityOf(book, scope)) return askedBodies(book, indicator.code, scope).bodies;
  return (bodiesThen(book, indicator, scope, period)?.shares ?? []).map(({ entity }) => entity);
}

function bodyFigure(book: Book, indicator: Indicator, measure: Measure): PastFigure {
  const { scope: entity, period } = measure;
  const name = entityById(book.facts.definition.entities, entity)?.name ?? entity;
  const isAnswer = !indicator.meets && (indicator.nature === 'flag' || indicator.nature === 'status');
  if (!isAnswer) return figure(entity, name, book, book.value(measure));
  const answer = answerOf(book, indicator, entity, period);
  if (answer !== undefined) return { entity, name, value: answer, basis: 'answer' };
  const then = period === book.facts.period.id ? undefined : bodiesThen(book, indicator, entity, period);
  return { entity, name, value: null, basis: then && !then.isRenamed ? 'incomparable' : 'unknown' };
}

/** "yes", "no" or a class, also of the one body that it was before. */
function answerOf(book: Book, { code }: Indicator, entity: string, period: PeriodId): string | undefined {
  if (period !== book.facts.period.id) {
    const then = bodiesThen(book, book.indicator(code), entity, period);
    const [only] = then?.isRenamed ? (then.shares ?? []) : [];
    return only && book.earlier.figures(code, period)?.get(only.entity)?.value;
  }
  const answer = book.index.answer(code, entity);
  if ('lack' in answer || answer.cell.state === 'not-applicable' || answer.cell.state === 'pending')
    return undefined;
  return answer.cell.state === 'value' ? answer.cell.value : 'no';
}

function figure(entity: string, name: string, book: Book, aggregate: Aggregate): PastFigure {
  const { value, id, measure } = aggregate;
  const today = { measure: { ...measure, period: book.facts.period.id } };
  if (bodiesChanged(book, today, aggregate)) return { entity, name, value: null, basis: 'incomparable' };
  if (value === null || aggregate.state === 'missing') return { entity, name, value: null, basis: 'unknown' };
  const entry = book.ledger.get(id);
  return { entity, name, value: canonical(value), ...originOf(book, entry) };
}

function originOf(
  book: Book,
  entry: LedgerEntry | undefined,
): Pick<PastFigure, 'basis'> & Partial<Pick<PastFigure, 'from' | 'source'>> {
  if (entry?.restated) {
    const { entities } = book.facts.definition;
    const from = entry.restated.from.map(({ entity, weight }) => ({
      entity,
      name: entityById(entities, entity)?.name ?? entity,
      weight: weight === undefined ? '1' : (book.ledger.get(weight)?.value ?? '1'),
    }));
    return { basis: 'restated', from };
  }
  if (entry?.history) return { basis: 'history', source: entry.history.source };
  const [only, ...others] = (entry?.inputs ?? []).map((input) => book.ledger.get(input));
  return { basis: only?.kind === 'cell' && others.length === 0 ? 'answer' : 'computed' };
}

function requireIndicator(book: Book, code: string, { status }: PastFiguresOptions): Indicator {
  const { indicators } = book.facts.definition;
  const indicator = Object.hasOwn(indicators, code) ? indicators[code] : undefined;
  if (!indicator)
    throw refused(
      `Báo cáo không có chỉ tiêu “${code}”. Các chỉ tiêu: ${Object.keys(indicators).join(', ')}.`,
    );
  if (indicator.nature === 'text')
    throw refused(`“${code}” là chỉ tiêu chữ nên không có số liệu để liệt kê.`);
  const classes = indicator.statuses.map(({ id }) => id);
  if (status !== undefined && !classes.includes(status))
    throw refused(
      classes.length === 0
        ? `“${code}” không phải chỉ tiêu trạng thái nên không có mức “${status}”.`
        : `“${code}” không có mức “${status}”; các mức: ${classes.join(', ')}.`,
    );
  return indicator;
}

function requireScope(book: Book, scope: string): void {
  const { definition, members } = book.facts;
  const isKnown =
    scope === '' ||
    definition.report.blocks[scope] !== undefined ||
    members[scope] !== undefined ||
    entityById(definition.entities, scope) !== undefined;
  if (!isKnown)
    throw refused(
      `Không có khối, danh sách hoặc đơn vị “${scope}”. Đề nghị ghi mã của đơn vị như trong entities.csv, hoặc một trong: ${[...Object.keys(definition.report.blocks), ...Object.keys(members)].join(', ')}.`,
    );
}

function refused(message: string): WorkflowProblem {
  return new WorkflowProblem('input', message);
}

function byEnd(left: PeriodId, right: PeriodId): number {
  const [one, other] = [monthsOf(left)[1], monthsOf(right)[1]];
  if (one !== other) return one < other ? -1 : 1;
  return left < right ? -1 : 1;
}
