/** The act of confirming: answers of this period together with the standing ones that a body says are still right. */
import type { Answers, Carried, Cell, Row } from '../submission.ts';
import type { Proposal } from './propose.ts';

/** Ids of the fields and tables that may be confirmed, in the form's order. */
export function offeredIds({ fields, tables }: Proposal): readonly string[] {
  return [
    ...fields.filter(({ proposed }) => proposed.state === 'offered').map(({ field }) => field.id),
    ...tables.filter(({ proposed }) => proposed.state === 'offered').map(({ table }) => table.id),
  ];
}

/**
 * The answers with what is offered put in its place, each marked with the period, revision and day of its original.
 * Nothing else is filled in: what is not offered stays as blank as it was.
 * @param except ids of fields and tables that the body does not confirm
 */
export function confirmAnswers(
  answers: Answers,
  { fields, tables }: Proposal,
  except: ReadonlySet<string> = new Set(),
): Answers {
  const cells: Record<string, Cell> = { ...answers.cells };
  const rows: Record<string, readonly Row[]> = { ...answers.tables };
  const marks: Record<string, 'none' | Carried> = { ...answers.standingTables };
  for (const { field, proposed } of fields)
    if (proposed.state === 'offered' && !except.has(field.id))
      cells[field.id] = { ...proposed.answer, carried: proposed.carried } as Cell;
  for (const { table, proposed } of tables)
    if (proposed.state === 'offered' && !except.has(table.id)) {
      rows[table.id] = proposed.answer;
      marks[table.id] = proposed.carried;
    }
  return withMarks({ cells, tables: rows }, marks);
}

/**
 * What was sent, with what the body confirmed before in the same period where the new papers leave it blank: a file that
 * is sent again does not take a confirmation back. A value, or a reason for having none, takes its place.
 */
export function keepConfirmed(sent: Answers, before: Answers): Answers {
  const kept = Object.entries(before.cells).filter(
    ([id, cell]) => 'carried' in cell && sent.cells[id] === undefined,
  );
  const marks = Object.entries(before.standingTables ?? {}).filter(
    ([id, mark]) =>
      mark !== 'none' && (sent.tables[id] ?? []).length === 0 && sent.standingTables?.[id] === undefined,
  );
  if (kept.length === 0 && marks.length === 0) return sent;
  return withMarks(
    {
      cells: { ...sent.cells, ...Object.fromEntries(kept) },
      tables: {
        ...sent.tables,
        ...Object.fromEntries(marks.map(([id]) => [id, before.tables[id] ?? []])),
      },
    },
    { ...sent.standingTables, ...Object.fromEntries(marks) },
  );
}

function withMarks(answers: Answers, standingTables: Readonly<Record<string, 'none' | Carried>>): Answers {
  return Object.keys(standingTables).length === 0 ? answers : { ...answers, standingTables };
}
