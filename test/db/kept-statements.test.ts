/** Statements that the databases keep prepared: they go on after failures, and after a table was changed. */
import { expect } from 'chai';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { inPaperTransaction, inTransaction } from '../../src/db/transaction.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';

const CONTACT = { name: 'A', phone: '1', email: 'a@b.vn', at: '2024-10-21T08:00:00+07:00', actor: 'test' };

forEachDatabase((name, open, create) => {
  it('runs a statement again that failed', async () => {
    const db = await open();
    const add = (hash: string): Promise<unknown> =>
      db('definitions').insert({ hash, report: 'r', body: '{}', stored_at: CONTACT.at });
    const [one, other] = ['a', 'b'].map((letter) => letter.repeat(64));
    for (let turn = 0; turn < 5; turn += 1) {
      if (turn === 0) await add(one ?? '');
      else await expectFault('conflict', () => add(one ?? ''));
    }
    await add(other ?? '');
    expect(await db('definitions').orderBy('hash').pluck('hash')).to.deep.equal([one, other]);
  });

  it('runs a statement whose table another process changed', async () => {
    const url = await create();
    const db = await connect(url, { create: true });
    await migrate(db);
    const read = (): Promise<readonly object[]> => db('contacts').where({ entity: 'x' });
    await db('contacts').insert({ entity: 'x', ...CONTACT });
    for (let turn = 0; turn < 5; turn += 1) expect(await read()).to.have.length(1);
    const other = await connect(url);
    await other.raw("alter table contacts add column note text default 'mới'");
    // PostgreSQL refuses a plan that gives other columns than before, once.
    const rows = await read().catch(() => read());
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ note: 'mới' });
    await other.destroy();
    await db.destroy();
  });

  it('runs many different statements', async () => {
    const db = await open();
    for (let turn = 0; turn < 400; turn += 1) {
      const [row] = await db.select<{ n: number }[]>(db.raw(`${turn} as n`));
      expect(row?.n).to.equal(turn);
    }
  });

  if (name === 'PostgreSQL')
    it('gives back a connection whose wait for the lock was ended', async () => {
      const url = await create();
      const [holder, waiter] = [await connect(url), await connect(url)];
      await inTransaction(holder, async (trx) => {
        const waiting = inPaperTransaction(waiter, 'r/p/f/e', async () => 'done').catch(() => 'ended');
        const cancel = 'select pg_cancel_backend(pid) from pg_locks where not granted';
        let ended: number | undefined = 0;
        while (ended === 0) ended = (await trx.raw<{ rowCount: number }>(cancel)).rowCount;
        expect(await waiting).to.equal('ended');
      });
      const { rows } = await waiter.raw<{ rows: readonly { state: string | null }[] }>(
        'select pg_current_xact_id_if_assigned()::text as state',
      );
      expect(rows).to.deep.equal([{ state: null }]);
      expect(await inPaperTransaction(waiter, 'r/p/f/e', async () => 'done')).to.equal('done');
      await holder.destroy();
      await waiter.destroy();
    });
});
