/** What the processes of child.ts do: node main.ts TASK DATABASE_URL ARGUMENT… */
import { connect, type Database } from '../../../src/db/connect.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { DatabaseProblem } from '../../../src/db/problem.ts';
import { readCurrentSubmissions, appendRevisions } from '../../../src/db/revisions.ts';
import { inTransaction } from '../../../src/db/transaction.ts';
import { ACT, PERIOD, REPORT, submissionOf } from '../records.ts';

type Task = (db: Database, ...args: string[]) => Promise<void>;

const TASKS: Readonly<Record<string, Task>> = {
  migrate: async (db) => {
    await migrate(db);
  },

  'migrate-and-hang': (db) =>
    inTransaction(db, async (trx) => {
      await migrate(trx);
      return hang('half way');
    }),

  /** Reads, then writes, again and again, as a body that keeps correcting its answer. */
  correct: async (db, entity = '', times = '0') => {
    for (let time = 0; time < Number(times); time += 1)
      await inTransaction(db, async (trx) => {
        const { length } = await readCurrentSubmissions(trx, REPORT, PERIOD);
        await appendRevisions(trx, REPORT, [submissionOf(entity, String(length))], ACT);
      });
  },

  /** Writes upon each of the first revisions in turn, and says how often it was first. */
  race: async (db, entity = '', times = '0') => {
    let won = 0;
    for (let after = 0; after < Number(times); after += 1) {
      const submission = submissionOf(entity, '7', { after });
      try {
        await inTransaction(db, (trx) => appendRevisions(trx, REPORT, [submission], ACT));
        won += 1;
      } catch (error) {
        if (!(error instanceof DatabaseProblem) || error.fault !== 'conflict') throw error;
      }
    }
    console.log(won);
  },

  'write-and-hang': (db) =>
    inTransaction(db, async (trx) => {
      const many = Array.from({ length: 500 }, (_, index) => submissionOf(`don-vi-${index}`, String(index)));
      await appendRevisions(trx, REPORT, many, ACT);
      return hang('half way');
    }),
};

async function hang(text: string): Promise<never> {
  console.log(text);
  return new Promise((_resolve) => setTimeout(() => process.exit(1), 60_000));
}

const [task = '', url = '', ...args] = process.argv.slice(2);
const db = await connect(url, { create: true });
await TASKS[task]?.(db, ...args);
await db.destroy();
