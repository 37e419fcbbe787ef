/** What was compiled of a period, to be read and downloaded by the department. */
import {
  readEditionFindings,
  readEditionPart,
  readEditionPdf,
  readListedEditions,
  type EditionPart,
  type ListedEdition,
} from '../../db/edition-list.ts';
import { readKnownPeriod } from '../../db/known-periods.ts';
import { actorWithoutAccount, type Person } from '../../domain/account.ts';
import type { Check } from '../../domain/definition.ts';
import type { Finding } from '../../domain/finding.ts';
import { periodName, type PeriodId } from '../../domain/period.ts';
import { periodUnknown } from '../require-period.ts';
import type { Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { requireDepartment } from './department.ts';
import { readFullNames } from './read-full-names.ts';

export interface PeriodEditions {
  readonly report: { readonly id: string; readonly title: string };
  readonly period: { readonly id: PeriodId; readonly name: string };
  /** Newest first; `compiledBy` is a person's full name where there is one. */
  readonly editions: readonly ListedEdition[];
  /** For naming what findings are about: forms by id, bodies by id. */
  readonly formTitles: ReadonlyMap<string, string>;
  readonly bodyNames: ReadonlyMap<string, string>;
  /** Kinds of the declared checks, by id. */
  readonly checkKinds: ReadonlyMap<string, Check['kind']>;
}

/** @throws WorkflowProblem "forbidden", "period-unknown" */
export async function readEditionsOf(
  { db }: Workplace,
  person: Person,
  report: string,
  period: string,
): Promise<PeriodEditions> {
  requireDepartment(person);
  const pinned = await readKnownPeriod(db, report, period);
  if (!pinned) throw periodUnknown(report, period);
  const { definition } = pinned;
  const fullNames = await readFullNames({ db }, person);
  const editions = await readListedEditions(db, report, period);
  return {
    report: { id: report, title: definition.report.title },
    period: { id: period, name: periodName(period) },
    editions: editions.map((edition) => ({
      ...edition,
      compiledBy: fullNames.get(edition.compiledBy) ?? actorWithoutAccount(edition.compiledBy),
    })),
    formTitles: new Map(definition.forms.map(({ id, title }) => [id, title])),
    bodyNames: new Map(definition.entities.map(({ id, name }) => [id, name])),
    checkKinds: new Map(definition.checks.map(({ id, kind }) => [id, kind])),
  };
}

/** A text of an edition: its HTML, or JSON. @throws WorkflowProblem "forbidden", "edition-unknown" */
export async function readEditionText(
  { db }: Workplace,
  person: Person,
  report: string,
  period: string,
  number: number,
  part: EditionPart,
): Promise<string> {
  requireDepartment(person);
  return (await readEditionPart(db, report, period, number, part)) ?? unknown(period, number);
}

/** @throws WorkflowProblem "forbidden", "edition-unknown"; DatabaseProblem "unreadable" */
export async function readEditionFile(
  { db }: Workplace,
  person: Person,
  report: string,
  period: string,
  number: number,
): Promise<Uint8Array> {
  requireDepartment(person);
  return (await readEditionPdf(db, report, period, number)) ?? unknown(period, number);
}

/** What was found when the edition was compiled. @throws WorkflowProblem "forbidden", "edition-unknown" */
export async function readFindingsOfEdition(
  { db }: Workplace,
  person: Person,
  report: string,
  period: string,
  number: number,
): Promise<readonly Finding[]> {
  requireDepartment(person);
  return (await readEditionFindings(db, report, period, number)) ?? unknown(period, number);
}

function unknown(period: string, number: number): never {
  throw new WorkflowProblem('edition-unknown', `Kỳ ${period} không có bản tổng hợp số ${number}.`);
}
