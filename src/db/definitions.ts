/** Definitions as they were when a period was opened, each kept whole under its hash. */
import type { Knex } from 'knex';
import type { Definition } from '../domain/definition.ts';

export interface StoredDefinition {
  /** SHA-256 that src/definitions gave it. */
  readonly hash: string;
  readonly definition: Definition;
}

/** Keeps a definition unless it is kept already. The order of its keys is kept too: texts run in it. */
export async function storeDefinition(
  trx: Knex.Transaction,
  { hash, definition }: StoredDefinition,
  storedAt: string,
): Promise<void> {
  const known = await trx('definitions').where({ hash }).first('hash');
  if (known) return;
  await trx('definitions').insert({
    hash,
    report: definition.report.id,
    body: JSON.stringify(definition),
    stored_at: storedAt,
  });
}

export async function readDefinition(db: Knex, hash: string): Promise<Definition | undefined> {
  const row = await db('definitions').where({ hash }).first('body');
  return row && JSON.parse(row.body);
}
