/** Lays the papers of a period out for the eye: bodies that owe the same forms as a table, forms of one owner as a list. */
import type { ContactOf } from '../../db/bodies.ts';
import type { Reopening } from '../../domain/collecting/form-standing.ts';
import type { OwedForm } from '../../domain/completeness.ts';
import type { Definition } from '../../domain/definition.ts';
import { entityById } from '../../domain/entity.ts';
import { shortPeriodName, type PeriodId } from '../../domain/period.ts';
import type { SubmissionState, Timeliness } from '../../domain/submission.ts';

/** Where one body's form stands; the words for it are the page's. */
export interface Paper {
  /** The period that asks it: a shorter one where the report is compiled from that. */
  readonly period: PeriodId;
  readonly form: string;
  readonly entity: string;
  readonly state: SubmissionState;
  readonly timeliness: Timeliness;
  /** It was sent without any answer, which counts as missing. */
  readonly empty: boolean;
  /** How many required answers are not there, and how many are "chưa có số liệu". */
  readonly blank: number;
  readonly pending: number;
  readonly receivedAt?: string;
  /** Why it was returned, or waived. */
  readonly reason?: string;
  /** The body asks to have it back, and nobody answered yet. */
  readonly reopening?: Reopening;
}

/**
 * What there is left to do about a paper; each is one of these. accepted: nothing · submitted: the department decides ·
 * returned: the body mends it · missing: the body has not sent it, or sent it without any answer · waived: nothing.
 */
export type Standing = 'accepted' | 'submitted' | 'returned' | 'missing' | 'waived';

/** How many papers are owed, and how many of them stand where: the five add up to what is owed. */
export interface Totals extends Readonly<Record<Standing, number>> {
  readonly owed: number;
  /** Received after the due time. */
  readonly late: number;
  /** Not there after the due time. */
  readonly overdue: number;
}

export interface BoardColumn {
  /** Unique in its block. */
  readonly id: string;
  readonly form: string;
  readonly period: PeriodId;
  /** With the shorter period, where it is one. */
  readonly title: string;
  readonly totals: Totals;
}

export interface BoardRow {
  readonly entity: string;
  readonly name: string;
  readonly contact?: ContactOf;
  /** A paper for each column; undefined where the body does not owe that form. */
  readonly papers: readonly (Paper | undefined)[];
}

export interface BoardBlock {
  /** Roster id; "" for bodies of none. */
  readonly id: string;
  readonly label: string;
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
  readonly totals: Totals;
}

export interface SinglePaper {
  readonly paper: Paper;
  readonly title: string;
  readonly name: string;
  readonly contact?: ContactOf;
}

export interface BoardLayout {
  readonly blocks: readonly BoardBlock[];
  /** Forms of one owner, in the order of the definition. */
  readonly singles: readonly SinglePaper[];
  readonly totals: Totals;
  readonly blockTotals: Totals;
  readonly singleTotals: Totals;
}

export interface BoardInput {
  readonly definition: Definition;
  readonly period: PeriodId;
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** In the order of forms, then of their rosters. */
  readonly papers: readonly Paper[];
  readonly contacts: ReadonlyMap<string, ContactOf>;
}

/** A body stands in the first roster that has it and is no union of others, so that ministries and provinces stand apart. */
export function layBoard(input: BoardInput): BoardLayout {
  const { definition, papers, contacts } = input;
  const single = new Set(definition.forms.filter(({ body }) => body !== undefined).map(({ id }) => id));
  const ofRosters = papers.filter(({ form }) => !single.has(form));
  const ofOwners = papers.filter(({ form }) => single.has(form));
  return {
    blocks: blocksOf(input, ofRosters),
    singles: ofOwners.map((paper) => ({
      paper,
      title: titleOf(input, paper),
      name: nameOf(definition, paper.entity),
      ...withContact(contacts, paper.entity),
    })),
    totals: totalsOf(papers),
    blockTotals: totalsOf(ofRosters),
    singleTotals: totalsOf(ofOwners),
  };
}

export function totalsOf(papers: readonly Paper[]): Totals {
  const totals = {
    owed: papers.length,
    accepted: 0,
    submitted: 0,
    returned: 0,
    missing: 0,
    waived: 0,
    late: 0,
    overdue: 0,
  };
  for (const paper of papers) {
    totals[standingOf(paper)] += 1;
    if (paper.timeliness === 'late' || paper.timeliness === 'overdue') totals[paper.timeliness] += 1;
  }
  return totals;
}

/** A draft, and what waits for the body's own approver, is not there yet. */
export function standingOf({ state, empty }: Pick<OwedForm, 'state' | 'empty'>): Standing {
  if (state === 'waived' || state === 'returned') return state;
  if (empty) return 'missing';
  return state === 'accepted' || state === 'submitted' ? state : 'missing';
}

function blocksOf(input: BoardInput, papers: readonly Paper[]): readonly BoardBlock[] {
  const { definition, members } = input;
  const rosters = definition.rosters.filter(({ union }) => union === undefined);
  const homeOf = new Map<string, string>();
  for (const { id } of rosters)
    for (const body of members[id] ?? []) if (!homeOf.has(body)) homeOf.set(body, id);
  return [...rosters, { id: '', label: 'đơn vị khác' }].flatMap(({ id, label }) => {
    const own = papers.filter(({ entity }) => (homeOf.get(entity) ?? '') === id);
    return own.length > 0 ? [blockOf(input, { id, label }, own)] : [];
  });
}

function blockOf(
  input: BoardInput,
  { id, label }: Pick<BoardBlock, 'id' | 'label'>,
  papers: readonly Paper[],
): BoardBlock {
  const columns = new Map<string, Paper[]>();
  for (const paper of papers) {
    const key = columnOf(paper);
    const before = columns.get(key);
    if (before) before.push(paper);
    else columns.set(key, [paper]);
  }
  const found = new Map(papers.map((paper) => [`${columnOf(paper)}/${paper.entity}`, paper]));
  const bodies = [...new Set(papers.map(({ entity }) => entity))];
  return {
    id,
    label,
    columns: [...columns].flatMap(([key, own]) => {
      const [first] = own;
      if (!first) return [];
      const { form, period } = first;
      return [{ id: key, form, period, title: titleOf(input, first), totals: totalsOf(own) }];
    }),
    rows: bodies.map((entity) => ({
      entity,
      name: nameOf(input.definition, entity),
      ...withContact(input.contacts, entity),
      papers: [...columns.keys()].map((key) => found.get(`${key}/${entity}`)),
    })),
    totals: totalsOf(papers),
  };
}

function columnOf({ period, form }: Paper): string {
  return `${period}/${form}`;
}

function titleOf({ definition, period }: BoardInput, paper: Paper): string {
  const title = definition.forms.find(({ id }) => id === paper.form)?.title ?? paper.form;
  return paper.period === period ? title : `${title}, ${shortPeriodName(paper.period)}`;
}

function nameOf({ entities }: Definition, entity: string): string {
  return entityById(entities, entity)?.name ?? entity;
}

function withContact(
  contacts: ReadonlyMap<string, ContactOf>,
  entity: string,
): { readonly contact?: ContactOf } {
  const contact = contacts.get(entity);
  return contact ? { contact } : {};
}
