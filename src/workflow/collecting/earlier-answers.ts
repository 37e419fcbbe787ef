/** What a body said of the same things a period and a year before: its own words, or what stands for them. */
import { readAcceptedBefore } from '../../db/own-past.ts';
import { createBook, type Book } from '../../domain/aggregation/book.ts';
import { usable } from '../../domain/aggregation/measure.ts';
import type { EarlierAnswer } from '../../domain/collecting/earlier-answer.ts';
import { ownFacts } from '../../domain/collecting/own-facts.ts';
import type { Facts } from '../../domain/facts.ts';
import type { LaidField } from '../../domain/collecting/lay-draft.ts';
import { canonical } from '../../domain/exact.ts';
import { previousPeriod, yearAgo, type PeriodId } from '../../domain/period.ts';
import { sameBodies } from '../../domain/standing/lineage.ts';
import type { Revision, Row } from '../../domain/submission.ts';
import type { Workplace } from '../workplace.ts';
import type { Paper } from './paper.ts';

export interface EarlierAnswers {
  previous(field: LaidField): EarlierAnswer | undefined;
  yearAgo(field: LaidField): EarlierAnswer | undefined;
  /** Rows of a table in the period before. */
  rows(table: string): readonly Row[];
}

export async function readEarlierAnswers(
  db: Workplace['db'],
  paper: Paper,
  past: Pick<Facts, 'earlier' | 'history'>,
): Promise<EarlierAnswers> {
  const { key, pinned, form, head } = paper;
  const names = sameBodies(key.entity, pinned.definition.entities);
  const [before, year] = [previousPeriod(key.period), yearAgo(key.period)];
  const accepted = await readAcceptedBefore(db, key.report, [before, year], names, head.past);
  const own = new Map(
    accepted.filter((revision) => revision.form === form.id).map((revision) => [revision.period, revision]),
  );
  // Made when it is first needed: a body that answered the same form before needs none.
  let book: Book | undefined;
  const asked = (): Book => (book ??= bookOf(paper, past));
  const answer = (field: LaidField, period: PeriodId): EarlierAnswer | undefined =>
    ownAnswer(field, own.get(period)) ?? otherAnswer(asked, field, key.entity, period);
  return {
    previous: (field) => answer(field, before),
    yearAgo: (field) => answer(field, year),
    rows: (table) => own.get(before)?.tables[table] ?? [],
  };
}

/** As it was answered; a field may have been another question then, so text of other fields is not taken. */
function ownAnswer({ field }: LaidField, revision: Revision | undefined): EarlierAnswer | undefined {
  const cell = revision?.cells[field.id];
  return revision && cell ? { period: revision.period, cell, from: 'own' } : undefined;
}

/** A number that stands for the body: of the bodies it was made from, or of a history file. */
function otherAnswer(
  bookNow: () => Book,
  { field, indicator }: LaidField,
  entity: string,
  period: PeriodId,
): EarlierAnswer | undefined {
  const isAmount = indicator.nature === 'flow' || indicator.nature === 'stock';
  if (field.control !== undefined || !isAmount) return undefined;
  const book = bookNow();
  const [only, ...others] = book.index.asked(indicator.code);
  const scope = only === entity && others.length === 0 ? '' : entity;
  const value = usable(book.value(book.measure(indicator.code, { scope, period })));
  if (!value) return undefined;
  const from = book.ledger.get(value.id)?.kind === 'history' ? 'history' : 'predecessors';
  return { period, cell: { state: 'value', value: canonical(value.value) }, from };
}

function bookOf({ key, pinned, form }: Paper, past: Pick<Facts, 'earlier' | 'history'>): Book {
  const { definition, settings, members } = pinned;
  return createBook(
    ownFacts({
      definition,
      period: settings,
      form,
      entity: key.entity,
      members,
      revision: {
        id: `${key.period}/${key.form}/${key.entity}/0`,
        period: key.period,
        form: key.form,
        entity: key.entity,
        number: 0,
        receivedAt: settings.due,
        hash: '',
        cells: {},
        tables: {},
      },
      ...past,
    }),
  );
}
