import { expect } from 'chai';
import { connect, type Database } from '../../src/db/connect.ts';
import { dialectOf } from '../../src/db/dialect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { readCurrentSubmissions, readRevisions } from '../../src/db/revisions.ts';
import { inSnapshot, inTransaction } from '../../src/db/transaction.ts';
import { forEachDatabase } from '../databases.ts';
import { runChild, startChild } from './children/child.ts';
import { expectFault } from './faults.ts';
import { ACT, PERIOD, REPORT, pinOf } from './records.ts';

const OPENED = { opened_at: '2024-10-01T08:00:00+07:00' };

describe('inTransaction', () => {
  forEachDatabase((name, open, create) => {
    let db: Database;
    let url: string;
    beforeEach(async () => {
      url = await create();
      db = await connect(url, { create: true });
      await migrate(db);
    });
    afterEach(() => db.destroy());

    it('writes all of an act or nothing of it', async () => {
      const failure = new Error('stop');
      let thrown: unknown;
      try {
        await inTransaction(db, async (trx) => {
          await trx('periods').insert({ report: 'a', period: '2024', ...OPENED });
          throw failure;
        });
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.equal(failure);
      expect(await db('periods').pluck('report')).to.deep.equal([]);
      await inTransaction(db, (trx) => trx('periods').insert({ report: 'b', period: '2024', ...OPENED }));
      expect(await db('periods').pluck('report')).to.deep.equal(['b']);
    });

    it('joins the transaction that it is called in', async () => {
      await inTransaction(db, async (outer) => {
        await inTransaction(outer, (trx) =>
          trx('periods').insert({ report: 'a', period: '2024', ...OPENED }),
        );
        throw new Error('stop');
      }).catch(() => undefined);
      expect(await db('periods').pluck('report')).to.deep.equal([]);
    });

    it('holds other writers off from the start, and no readers', async () => {
      const order: string[] = [];
      let second: Promise<void> | undefined;
      await inTransaction(db, async (trx) => {
        second = inTransaction(db, async () => {
          order.push('second');
        });
        await trx('periods').insert({ report: 'a', period: '2024', ...OPENED });
        expect(await db('periods').pluck('report')).to.deep.equal([]);
        order.push('first');
      });
      await second;
      expect(order).to.deep.equal(['first', 'second']);
    });

    it('shows one state to a reader from its first query to its last', async () => {
      await inSnapshot(db, async (snapshot) => {
        const before = await snapshot('periods').pluck('report');
        await inTransaction(db, (trx) => trx('periods').insert({ report: 'a', period: '2024', ...OPENED }));
        expect(await snapshot('periods').pluck('report')).to.deep.equal(before);
      });
      expect(await db('periods').pluck('report')).to.deep.equal(['a']);
    });

    it('lets two processes read and then write without one failure', async () => {
      await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
      await Promise.all(['an-giang', 'nam-dinh'].map((entity) => runChild('correct', url, entity, '150')));
      for (const { revision } of await readCurrentSubmissions(db, REPORT, PERIOD))
        expect(revision.number).to.equal(150);
    });

    it('gives one winner when two processes write upon the same revision', async () => {
      await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
      const wins = await Promise.all([0, 1].map(() => runChild('race', url, 'an-giang', '100')));
      expect(Number(wins[0]) + Number(wins[1])).to.equal(100);
      const key = { period: PERIOD, form: 'F-TINH', entity: 'an-giang' };
      const numbers = (await readRevisions(db, REPORT, key)).map(({ number }) => number);
      expect(numbers).to.deep.equal(Array.from({ length: 100 }, (_, index) => index + 1));
    });

    it('leaves the database as it was when a process is killed half way', async () => {
      await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
      const events = await db('events').pluck('id');
      const child = await startChild('write-and-hang', url);
      await child.said('half way');
      await child.kill();
      expect(await readCurrentSubmissions(db, REPORT, PERIOD)).to.deep.equal([]);
      expect(await db('events').pluck('id')).to.deep.equal(events);
      expect(await runChild('race', url, 'an-giang', '1')).to.equal('1');
    });

    if (name === 'SQLite')
      it('does not start the work when it cannot take the lock', async () => {
        const other = await connect(url);
        const waiting = await other.client.acquireConnection();
        await other.raw('pragma busy_timeout = 1').connection(waiting);
        let started = false;
        const work = async (): Promise<void> => {
          started = true;
        };
        await inTransaction(db, () =>
          expectFault('busy', () => other.transaction(work, { connection: waiting })),
        ).finally(() => other.client.releaseConnection(waiting));
        expect(started).to.equal(false);
        await other.destroy();
      });
    else
      it('gives up a lock that is held too long', async () => {
        const other = await open();
        await inTransaction(other, async () => {
          await expectFault('busy', () =>
            other.transaction(async (trx) => {
              await trx.raw("set local lock_timeout = '1ms'");
              await trx.raw(dialectOf(trx).writeLock ?? '');
            }),
          );
        });
      });
  });
});
