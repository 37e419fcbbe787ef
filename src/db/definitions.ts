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

/** Definitions read last, the latest at the end: a hash always stands for the same one, and reading its JSON takes long. */
const read = new Map<string, Definition>();
const KEPT = 8;

export async function readDefinition(db: Knex, hash: string): Promise<Definition | undefined> {
  const known = read.get(hash);
  // Whether this database has it is asked all the same.
  const row = await db('definitions')
    .where({ hash })
    .first(known === undefined ? 'body' : 'hash');
  if (!row) return undefined;
  const definition = known ?? (JSON.parse((row as { readonly body: string }).body) as Definition);
  read.delete(hash);
  read.set(hash, definition);
  const [oldest] = read.keys();
  if (read.size > KEPT && oldest !== undefined) read.delete(oldest);
  return definition;
}
