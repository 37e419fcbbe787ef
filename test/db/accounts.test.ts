/** What the tables of accounts and sessions refuse by themselves. */
import { expect } from 'chai';
import { readAccountEvents } from '../../src/db/account-events.ts';
import { insertAccount, readAccounts, rehashPassword } from '../../src/db/accounts.ts';
import type { Database } from '../../src/db/connect.ts';
import { deleteSessionsBefore, insertSession, readSession } from '../../src/db/sessions.ts';
import { readFailures, takeBackFailure, writeFailures } from '../../src/db/sign-in-failures.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';

const AT = '2024-11-04T08:00:00+07:00';
const HASH = 'scrypt$15$8$3$c2FsdA$a2V5';
const SESSION = 'a'.repeat(64);

const account = (change: object): object => ({
  name: 'le.chi',
  full_name: 'Lê Thị Chi',
  role: 'clerk',
  entity: 'an-giang',
  disabled: 0,
  must_change_password: 1,
  password: HASH,
  created_at: AT,
  ...change,
});

const WRONG: readonly (readonly [table: string, fault: 'rule' | 'conflict' | 'reference', row: object])[] = [
  ['accounts', 'conflict', account({ name: 'tran.binh' })],
  ['accounts', 'rule', account({ name: 'Le.Chi' })],
  ['accounts', 'rule', account({ name: '' })],
  ['accounts', 'rule', account({ full_name: '' })],
  ['accounts', 'rule', account({ role: 'god' })],
  ['accounts', 'rule', account({ entity: null })],
  ['accounts', 'rule', account({ role: 'admin' })],
  ['accounts', 'rule', account({ disabled: 2 })],
  ['accounts', 'rule', account({ password: 'in the clear' })],
  ['accounts', 'rule', account({ created_at: '2024-11-04' })],
  ['sessions', 'conflict', { id_hash: SESSION, account: 1, started_at: AT, seen_at: AT }],
  ['sessions', 'reference', { id_hash: 'b'.repeat(64), account: 99, started_at: AT, seen_at: AT }],
  ['sessions', 'rule', { id_hash: 'short', account: 1, started_at: AT, seen_at: AT }],
  ['sign_in_failures', 'rule', { subject: 'x', count: 0, last_at: AT }],
  ['account_events', 'reference', { at: AT, actor: 'a', kind: 'signed-in', account: 99 }],
  ['account_events', 'rule', { at: AT, actor: '', kind: 'signed-in' }],
];

describe('the tables of accounts', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    before(async () => {
      db = await open();
      await inTransaction(db, async (trx) => {
        const added = await insertAccount(
          trx,
          {
            name: 'tran.binh',
            fullName: 'Trần Thị Bình',
            role: 'approver',
            entity: 'an-giang',
            password: HASH,
            mustChangePassword: true,
          },
          { at: AT, actor: 'test' },
        );
        expect(added).to.equal(1);
        await insertSession(trx, SESSION, 1, AT);
      });
    });

    it('give back what was written', async () => {
      const expected = {
        id: 1,
        name: 'tran.binh',
        fullName: 'Trần Thị Bình',
        role: 'approver',
        entity: 'an-giang',
        disabled: false,
        mustChangePassword: true,
      };
      expect(await readAccounts(db)).to.deep.equal([expected]);
      expect(await readSession(db, SESSION)).to.deep.equal({ account: expected, startedAt: AT, seenAt: AT });
      expect(await readSession(db, 'c'.repeat(64))).to.equal(undefined);
    });

    for (const [table, fault, row] of WRONG)
      it(`refuse a row of ${table} (${fault}): ${JSON.stringify(row)}`, async () => {
        await expectFault(fault, () => db.into(table).insert(row), 'in the clear');
      });

    it('keep their log as it is', async () => {
      const events = await readAccountEvents(db);
      expect(events).to.deep.equal([{ kind: 'account-added', at: AT, actor: 'test', account: 1 }]);
      await expectFault('append-only', () => db.raw("update account_events set actor = 'other'"));
      await expectFault('append-only', () => db.from('account_events').del());
      expect(await readAccountEvents(db)).to.deep.equal(events);
    });

    it('hash anew only the password that was looked at', async () => {
      await inTransaction(db, (trx) => rehashPassword(trx, 1, 'scrypt$other', 'scrypt$new'));
      expect((await db('accounts').first())?.password).to.equal(HASH);
      await inTransaction(db, (trx) => rehashPassword(trx, 1, HASH, 'scrypt$new'));
      expect((await db('accounts').first())?.password).to.equal('scrypt$new');
    });

    it('count failures up, and back down to nothing', async () => {
      await inTransaction(db, async (trx) => {
        await writeFailures(trx, 'x', 1, AT);
        await writeFailures(trx, 'x', 2, AT);
        expect(await readFailures(trx, 'x')).to.deep.equal({ count: 2, lastAt: Date.parse(AT) });
        await takeBackFailure(trx, 'x');
        expect((await readFailures(trx, 'x'))?.count).to.equal(1);
        await takeBackFailure(trx, 'x');
        expect(await readFailures(trx, 'x')).to.equal(undefined);
        await takeBackFailure(trx, 'x');
      });
    });

    it('forget sessions that are over', async () => {
      const later = '2024-11-04T08:00:01+07:00';
      await inTransaction(db, (trx) => deleteSessionsBefore(trx, AT, AT));
      expect(await readSession(db, SESSION)).to.not.equal(undefined);
      await inTransaction(db, (trx) => deleteSessionsBefore(trx, AT, later));
      expect(await readSession(db, SESSION)).to.equal(undefined);
    });
  });
});
