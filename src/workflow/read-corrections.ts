/**
 * What corrections mean for one period: all of them, since history is read with them, and those that no other report
 * has told of yet, with what they do to each published edition.
 */
import type { Knex } from 'knex';
import { readCorrections } from '../db/corrections.ts';
import { readTold, readUnaware } from '../db/told-corrections.ts';
import { effectOn, type PublishedReport } from '../domain/corrections/effects.ts';
import type { Correction } from '../domain/corrections/correction.ts';
import type { Facts } from '../domain/facts.ts';
import { monthsOf, type PeriodId } from '../domain/period.ts';

export interface CorrectionsOfPeriod {
  /** Corrections to the period and to those before it. */
  readonly corrections: readonly Correction[];
  /** Of these the ones that this period's report is the first to tell of: of earlier periods only. */
  readonly told: readonly Correction[];
  /** Finals that were issued without one of them. */
  readonly published: readonly PublishedReport[];
}

/** Reads both, in the transaction of whoever reads the period's facts. */
export async function readCorrectionsOf(
  trx: Knex.Transaction,
  report: string,
  period: PeriodId,
): Promise<CorrectionsOfPeriod> {
  const [, end] = monthsOf(period);
  const corrections = (await readCorrections(trx, report)).filter(({ period: of }) => monthsOf(of)[1] <= end);
  const earlier = corrections.filter(({ period: of }) => of !== period);
  if (earlier.length === 0) return { corrections, told: [], published: [] };
  const toldElsewhere = await readTold(trx, report, period);
  const told = earlier.filter(({ id }) => !toldElsewhere.has(id));
  const [first] = told.map(({ period: of }) => monthsOf(of)[1]).sort();
  if (first === undefined) return { corrections, told, published: [] };
  const published = await readUnaware(trx, report, [first, end], period, told);
  return { corrections, told, published };
}

/** The facts with their corrections; the effects are worked out here, so that an edition keeps them with its inputs. */
export function withCorrections(facts: Facts, { corrections, told, published }: CorrectionsOfPeriod): Facts {
  if (corrections.length === 0) return facts;
  if (told.length === 0) return { ...facts, corrections };
  return {
    ...facts,
    corrections,
    news: {
      told: told.map(({ id }) => id),
      editions: published.map((edition) => effectOn(edition, told, corrections)),
    },
  };
}
