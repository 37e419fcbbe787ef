/**
 * What is kept of drafts names people by their accounts; what a page shows names them by their full names. Whoever looks
 * keeps the account's name: pages tell by it what is one's own.
 */
import { readFullNames } from '../../db/accounts.ts';
import { actorWithoutAccount, type Person } from '../../domain/account.ts';
import type { DraftRow } from '../../domain/collecting/draft.ts';
import type { Workplace } from '../workplace.ts';
import type { DeskTable, FormDesk } from './form-desk.ts';
import type { FormNow } from './read-changes.ts';
import type { SavedField, SaveOutcome } from './save-cells.ts';
import type { RowOutcome } from './change-table.ts';

/** Who did not do it by an account, such as an import, keeps the name that was recorded. */
export type NameOf = (account: string) => string;

/** Full names of those accounts; one query where there are any. */
export async function namesOf(
  { db }: Pick<Workplace, 'db'>,
  accounts: readonly (string | undefined)[],
): Promise<NameOf> {
  const known = accounts.filter((name): name is string => name !== undefined && name !== '');
  const names = await readFullNames(db, [...new Set(known)]);
  return (account) => names.get(account) ?? actorWithoutAccount(account);
}

type Saved = { readonly saved?: { readonly at: string; readonly by: string } };

/** The accounts that a form's page names besides those of its revisions. */
export function accountsOnDesk({ saved, sections, tables }: FormDesk, { name }: Person): readonly string[] {
  const fields = sections.flatMap((section) => section.fields);
  const rows = tables.flatMap((table) => table.rows);
  const removed = tables.flatMap((table) => table.removed);
  const all = [
    saved?.by,
    ...[...fields, ...rows].map((one) => one.saved?.by),
    ...removed.map(({ by }) => by),
  ];
  return all.filter((by): by is string => by !== undefined && by !== name);
}

/** @param nameOf of others */
export function namedDesk(desk: FormDesk, nameOf: NameOf): FormDesk {
  const { saved, sections, tables } = desk;
  return {
    ...desk,
    ...(saved ? { saved: { ...saved, by: nameOf(saved.by) } } : {}),
    sections: sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => named(field, nameOf)),
    })),
    tables: tables.map((table): DeskTable => ({
      ...table,
      rows: table.rows.map((row) => named(row, nameOf)),
      removed: table.removed.map((row) => ({ ...row, by: nameOf(row.by) })),
    })),
  };
}

/** What others changed, by their full names. */
export async function nameChanges(workplace: Workplace, { name }: Person, now: FormNow): Promise<FormNow> {
  const { fields, tables } = now;
  const savers = [...fields, ...tables.flatMap(({ rows }) => rows)].map(({ saved }) => saved?.by);
  const removers = tables.flatMap(({ removed }) => removed).map(({ by }) => by);
  const others = [...savers, ...removers].filter((by) => by !== name);
  if (others.length === 0) return now;
  const nameOf = await namesOf(workplace, others);
  return {
    ...now,
    fields: fields.map((field) => named(field, nameOf)),
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => named(row, nameOf)),
      removed: table.removed.map((row) => ({ ...row, by: nameOf(row.by) })),
    })),
  };
}

/** Whom a save of fields met: oneself too, in another window. */
export async function nameSaved(workplace: Workplace, outcome: SaveOutcome): Promise<SaveOutcome> {
  const met = outcome.fields.flatMap((field) =>
    field.outcome === 'conflict' ? [field.theirs.saved?.by] : [],
  );
  if (met.length === 0) return outcome;
  const nameOf = await namesOf(workplace, met);
  const fields = outcome.fields.map((field): SavedField =>
    field.outcome === 'conflict' ? { ...field, theirs: named(field.theirs, nameOf) } : field,
  );
  return { ...outcome, fields };
}

/** Whom an act on a row met: oneself too, in another window. */
export async function nameRow(workplace: Workplace, outcome: RowOutcome): Promise<RowOutcome> {
  if (!('by' in outcome)) return outcome;
  const nameOf = await namesOf(workplace, [outcome.by]);
  const by = nameOf(outcome.by);
  if (outcome.outcome === 'reordered') return { ...outcome, by };
  const theirs: DraftRow | null = outcome.theirs && named(outcome.theirs, nameOf);
  return { ...outcome, by, theirs };
}

function named<One extends Saved>(one: One, nameOf: NameOf): One {
  return one.saved ? { ...one, saved: { ...one.saved, by: nameOf(one.saved.by) } } : one;
}
