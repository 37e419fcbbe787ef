/** Transactions: all of an act is written, or none of it. */
import type { Knex } from 'knex';
import { dialectOf } from './dialect.ts';

/**
 * Runs work that reads and writes as one act, alone among those that write: it waits for the one before, so it should
 * be short and do nothing slow such as rendering. Within a transaction it joins that one.
 * @throws DatabaseProblem "busy" when it waited too long; whatever the work throws, after undoing it.
 */
export async function inTransaction<Result>(
  db: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  if (isTransaction(db)) return work(db);
  return inTurn(db, () => db.transaction(work, beginningWith(dialectOf(db).writeLock)));
}

/**
 * The same for an act about one paper (a body's form of a period): it waits only for acts about that paper and for those
 * of `inTransaction`, so that a hundred bodies send at once. It must not touch what is counted over all papers, such as
 * decisions.
 * @param paper names the paper, e.g. "chuyen-doi-so/2024-10/F-TINH/an-giang"
 * @throws DatabaseProblem as `inTransaction`.
 */
export async function inPaperTransaction<Result>(
  db: Knex,
  paper: string,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  if (isTransaction(db)) return work(db);
  return inTurn(db, () => db.transaction(work, beginningWith(dialectOf(db).paperLock(paper))));
}

/** The clients begin a transaction with the lock that it needs. */
function beginningWith(lock: string | null): Knex.TransactionConfig & { readonly lock: string | null } {
  return { lock };
}

/** The last writer of each database that has one at a time. */
const writers = new WeakMap<object, Promise<unknown>>();

/**
 * Lets those who write to SQLite in this process wait for each other here: waiting in the database, each would hold a
 * connection and a thread, and readers would have none. Other processes are waited for by the lock, as ever.
 */
export async function inTurn<Result>(db: Knex, work: () => Promise<Result>): Promise<Result> {
  if (!dialectOf(db).oneWriter) return work();
  const { config } = db.client as { readonly config: object };
  const done = (writers.get(config) ?? Promise.resolve()).then(work, work);
  writers.set(
    config,
    done.catch(() => undefined),
  );
  return done;
}

/** Runs work that only reads, and sees one state of the database from its first query to its last. */
export async function inSnapshot<Result>(
  db: Knex,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  if (isTransaction(db)) return work(db);
  return db.transaction((trx) => {
    snapshots.add(trx);
    return work(trx);
  }, dialectOf(db).reading);
}

const snapshots = new WeakSet<Knex>();

/** True within `inSnapshot`: what is read there was committed and will not be undone. */
export function isSnapshot(db: Knex): boolean {
  return snapshots.has(db);
}

export function isTransaction(db: Knex): db is Knex.Transaction {
  return db.isTransaction === true;
}
