/** What migrations of append-only tables share. Its name has no date, so it is no step itself. */
import type { Knex } from 'knex';

/** A check of times in Vietnam with their offset, as all are stored. */
export const TIME = "?? like '____-__-__T__:__:__+07:00'";

/** History is appended: the database itself refuses to change or delete a row of the table. */
export async function forbidChanges(db: Knex, table: string): Promise<void> {
  const { dialect }: { dialect: string } = db.client;
  if (dialect === 'sqlite3') {
    for (const act of ['update', 'delete'])
      await db.raw(
        `create trigger ?? before ${act} on ?? begin select raise(abort, 'append-only table'); end`,
        [`${table}_no_${act}`, table],
      );
    return;
  }
  await db.raw(
    'create trigger ?? before update or delete on ?? for each row execute function refuse_change()',
    [`${table}_no_change`, table],
  );
  await db.raw(
    'create trigger ?? before truncate on ?? for each statement execute function refuse_change()',
    [`${table}_no_truncate`, table],
  );
}
