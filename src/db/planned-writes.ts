/**
 * Writes that were planned before anyone was kept waiting: under the lock of their paper it is asked whether what they were
 * planned upon still is so, and they are made, or none of them.
 */
import type { Knex } from 'knex';
import { dialectOf } from './dialect.ts';
import { onConnection } from './direct.ts';
import type { PaperKey } from './drafts.ts';
import { stampCondition, type PaperStamp } from './paper-head.ts';
import { inPaperTransaction, isTransaction } from './transaction.ts';
import { makeAtOnce, makeInTurn, type Write, type Written } from './writes.ts';

/**
 * A transaction of its own, as `inPaperTransaction`; on PostgreSQL one message.
 * @param paper names it as there
 * @param stamp as it was read with what the writes were planned upon
 * @returns undefined when the paper has another stamp now, and within a transaction: nothing was written
 */
export async function writeUnlessChanged(
  db: Knex,
  paper: string,
  key: PaperKey,
  stamp: PaperStamp,
  writes: readonly Write[],
): Promise<Written | undefined> {
  if (isTransaction(db)) return undefined;
  const lock = dialectOf(db).paperLock(paper);
  const condition = stampCondition(key, stamp);
  if (lock !== null)
    return onConnection(db, (run) => makeAtOnce((sql, values) => run(sql, values, lock), writes, condition));
  return inPaperTransaction(db, paper, (trx) =>
    onConnection(trx, (run) => makeInTurn(run, writes, condition)),
  );
}
