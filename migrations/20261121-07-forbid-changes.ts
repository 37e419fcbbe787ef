/** History is appended: the database itself refuses to change or delete a row of these tables. */
import type { Knex } from 'knex';

const TABLES = [
  'definitions',
  'periods',
  'pins',
  'revisions',
  'decisions',
  'figures',
  'waivers',
  'justifications',
  'history',
  'editions',
  'events',
];

export async function up(db: Knex): Promise<void> {
  if (isSqlite(db)) {
    for (const table of TABLES)
      for (const act of ['update', 'delete'])
        await db.raw(
          `create trigger ?? before ${act} on ?? begin select raise(abort, 'append-only table'); end`,
          [`${table}_no_${act}`, table],
        );
    return;
  }
  await db.raw(
    `create function refuse_change() returns trigger language plpgsql as $$
     begin raise exception 'append-only table %', tg_table_name using errcode = 'TH001'; end $$`,
  );
  for (const table of TABLES) {
    await db.raw(
      'create trigger ?? before update or delete on ?? for each row execute function refuse_change()',
      [`${table}_no_change`, table],
    );
    await db.raw(
      'create trigger ?? before truncate on ?? for each statement execute function refuse_change()',
      [`${table}_no_truncate`, table],
    );
  }
}

export async function down(db: Knex): Promise<void> {
  if (isSqlite(db)) {
    for (const table of TABLES)
      for (const act of ['update', 'delete']) await db.raw('drop trigger ??', [`${table}_no_${act}`]);
    return;
  }
  for (const table of TABLES) {
    await db.raw('drop trigger ?? on ??', [`${table}_no_change`, table]);
    await db.raw('drop trigger ?? on ??', [`${table}_no_truncate`, table]);
  }
  await db.raw('drop function refuse_change()');
}

function isSqlite(db: Knex): boolean {
  const { dialect }: { dialect: string } = db.client;
  return dialect === 'sqlite3';
}
