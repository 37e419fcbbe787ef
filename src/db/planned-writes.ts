/**
 * Writes that were planned before anyone was kept waiting: under the lock of their paper it is asked whether what they were
 * planned upon still is so, and they are made, or none of them.
 */
import type { Knex } from 'knex';
import { dialectOf } from './dialect.ts';
import { onConnection } from './direct.ts';
import type { PaperKey } from './drafts.ts';
import { stampCondition, type PaperStamp } from './paper-head.ts';
import { inTurn, isTransaction } from './transaction.ts';
import { make, type Write, type Written } from './writes.ts';

/**
 * A transaction of its own, as `inPaperTransaction`; on PostgreSQL three messages.
 * @param lock names the paper as there
 * @param stamp as it was read with what the writes were planned upon
 * @returns undefined when the paper has another stamp now, and within a transaction: nothing was written
 */
export async function writeUnlessChanged(
  db: Knex,
  lock: string,
  key: PaperKey,
  stamp: PaperStamp,
  writes: readonly Write[],
): Promise<Written | undefined> {
  if (isTransaction(db)) return undefined;
  const dialect = dialectOf(db);
  return inTurn(db, () =>
    onConnection(db, async (run) => {
      try {
        await run(dialect.beginAbout(lock));
        const written = await make(dialect, run, writes, stampCondition(key, stamp));
        await run('COMMIT;');
        return written;
      } catch (error) {
        await run('ROLLBACK;').catch(() => undefined);
        throw error;
      }
    }),
  );
}
