/** The editions that told their readers of corrections, and those that were issued without one. */
import type { Knex } from 'knex';
import type { Correction } from '../domain/corrections/correction.ts';
import type { PublishedReport } from '../domain/corrections/effects.ts';
import type { Facts, PartFacts } from '../domain/facts.ts';
import { monthsOf, type PeriodId } from '../domain/period.ts';
import { readDefinition } from './definitions.ts';
import type { EditionInputs } from './editions.ts';
import { insertAll } from './insert.ts';

/** Ids of the corrections that finals of other periods told their readers of. */
export async function readTold(db: Knex, report: string, period: PeriodId): Promise<ReadonlySet<number>> {
  const rows = await db('edition_corrections as told')
    .join('editions', 'editions.id', 'told.edition')
    .where('told.report', report)
    .whereNot('editions.period', period)
    .select<{ correction: number }[]>('told.correction');
  return new Set(rows.map(({ correction }) => correction));
}

/** Records that a final told its readers of corrections. Called with the edition, in its transaction. */
export async function appendTold(
  trx: Knex.Transaction,
  report: string,
  edition: number,
  corrections: readonly number[],
): Promise<void> {
  await insertAll(
    corrections.map((correction) => ({ edition, correction, report })),
    (part) => trx('edition_corrections').insert(part),
  );
}

/**
 * The last final of each period whose last month lies between two, both included, if it was compiled without one of
 * the corrections. Ordered by the periods' last month.
 * @param besides the period that is being compiled
 */
export async function readUnaware(
  db: Knex,
  report: string,
  [first, last]: readonly [month: string, month: string],
  besides: PeriodId,
  corrections: readonly Correction[],
): Promise<readonly PublishedReport[]> {
  const finals = await db('editions')
    .where({ report, kind: 'final' })
    .whereNot({ period: besides })
    .orderBy('number', 'desc')
    .select('period', 'number', 'at', 'definition_hash');
  const latest = new Map(finals.toReversed().map((edition) => [edition.period, edition]));
  const published: PublishedReport[] = [];
  for (const { period, number, at, definition_hash: hash } of latest.values()) {
    const [, end] = monthsOf(period);
    if (end < first || end > last) continue;
    const row = await db('editions').where({ report, period, number }).first('inputs', 'model');
    const facts = row && (await factsOf(db, hash, JSON.parse(row.inputs)));
    if (!facts) continue;
    const known = new Set(facts.corrections?.map(({ id }) => id));
    if (corrections.some(({ id, period: of }) => !known.has(id) && monthsOf(of)[1] <= end))
      published.push({ number, at, facts, model: JSON.parse(row.model) });
  }
  return published.sort((left, right) => byEnd(left.facts.period.id, right.facts.period.id));
}

/** The frozen facts with the definitions that are kept under their hashes. */
async function factsOf(db: Knex, hash: string, inputs: EditionInputs): Promise<Facts | undefined> {
  const definition = await readDefinition(db, hash);
  if (!definition) return undefined;
  const { parts, ...own } = inputs;
  if (!parts) return { ...own, definition };
  const whole: PartFacts[] = [];
  for (const part of parts) {
    const its = await readDefinition(db, part.definitionHash);
    if (!its) return undefined;
    whole.push({ ...part, definition: its });
  }
  return { ...own, definition, parts: whole };
}

function byEnd(left: PeriodId, right: PeriodId): number {
  const [one, other] = [`${monthsOf(left)[1]} ${left}`, `${monthsOf(right)[1]} ${right}`];
  return one < other ? -1 : Number(one > other);
}
