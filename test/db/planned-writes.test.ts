/** Writes that were planned upon a paper: all of them or none, once the lock is had and if it is still as it was. */
import { expect } from 'chai';
import type { Client } from 'pg';
import type { Database as Connection } from 'sqlite3';
import { connect, type Database } from '../../src/db/connect.ts';
import { emptyingOf } from '../../src/db/drafts.ts';
import { eventsOf } from '../../src/db/events.ts';
import { migrate } from '../../src/db/migrate.ts';
import { readPaperHead, readPaperStamp, type PaperHead } from '../../src/db/paper-head.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { writeUnlessChanged } from '../../src/db/planned-writes.ts';
import { nextRevision, received } from '../../src/db/revisions.ts';
import { receiptOf, sendingOf } from '../../src/db/sendings.ts';
import { inPaperTransaction, inTransaction } from '../../src/db/transaction.ts';
import { insertOf, write, type Write, type Written } from '../../src/db/writes.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';
import { ACT, PERIOD, pinOf, REPORT } from './records.ts';

const PAPER = { report: REPORT, period: PERIOD, form: 'F-TINH', entity: 'an-giang' };
const LOCK = 'chuyen-doi-so/2024-10/F-TINH/an-giang';
const TEXT = 'Ngoặc "kép", ?, \\ và {0}';

/** What sending the paper writes. */
function sendingWrites({ draft, revision: after }: PaperHead, token: string): readonly Write[] {
  const cells = { 'ghi-chu': { state: 'value', value: TEXT } } as const;
  const revision = nextRevision(REPORT, { ...PAPER, receivedAt: ACT.at, cells, tables: {}, after });
  const { id, hash } = revision;
  const sending = { revision: id, token, approvalRequired: false, reasons: [], attachments: [] };
  const submitted = { kind: 'form-submitted', ...PAPER, revision: id, details: { hash } } as const;
  if (!draft) throw new Error('there is no draft');
  return [
    insertOf('revisions', [revision]),
    ...sendingOf(REPORT, PERIOD, sending, ACT),
    ...emptyingOf({ ...draft, tables: new Map(), reasons: new Map() }, revision.number, ACT),
    receiptOf(REPORT, id, hash, ACT),
    eventsOf([received(REPORT, revision), { ...submitted, numbered: 'receipt' }], ACT),
  ];
}

forEachDatabase((name, _open, create) => {
  let db: Database;
  let other: Database;
  beforeEach(async () => {
    const url = await create();
    db = await connect(url, { create: true });
    await migrate(db);
    other = await connect(url);
    await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
    const changed = { base: 0, version: 1, unsent: 1, changed_at: ACT.at, changed_by: 'a' } as const;
    const [draft] = await db('drafts')
      .insert({ ...PAPER, ...changed })
      .returning('id');
    const input = JSON.stringify({ text: TEXT });
    await db('draft_cells').insert({
      draft: draft?.id ?? 0,
      field: 'ghi-chu',
      input,
      version: 1,
      at: ACT.at,
      actor: 'a',
    });
  });
  afterEach(async () => {
    await db.destroy();
    await other.destroy();
  });

  const head = async (): Promise<PaperHead> => {
    const read = await readPaperHead(db, PAPER);
    if (!read) throw new Error('there is no paper');
    return read;
  };
  const send = async (token: string, known?: PaperHead): Promise<Written | undefined> => {
    const planned = known ?? (await head());
    return writeUnlessChanged(db, LOCK, PAPER, planned.stamp, sendingWrites(planned, token));
  };
  const counts = async (): Promise<readonly unknown[]> =>
    Promise.all(
      (['revisions', 'sendings', 'receipts', 'draft_cells'] as const).map(
        async (table) => (await db(table)).length,
      ),
    );

  it('writes all of it, with the number that it was given in its event', async () => {
    const written = await send('token-0001');
    expect(written).to.deep.equal({ number: 1 });
    expect(await counts()).to.deep.equal([1, 1, 1, 0]);
    const revision = await db('revisions').first();
    expect(revision).to.deep.include({ ...PAPER, id: `${PERIOD}/F-TINH/an-giang/1`, number: 1 });
    expect(JSON.parse(revision?.answers ?? '')).to.deep.equal({
      cells: { 'ghi-chu': { state: 'value', value: TEXT } },
      tables: {},
    });
    const sending = { token: 'token-0001', approval_required: 0, letter: null, reasons: '[]', at: ACT.at };
    expect(await db('sendings').first()).to.deep.include(sending);
    expect(await db('receipts').first()).to.deep.include({ number: 1, hash: revision?.hash });
    expect(await db('drafts').first()).to.deep.include({ base: 1, version: 2, unsent: 0 });
    const events = await db('events').whereNotNull('revision').orderBy('id');
    expect(events.map(({ kind, reason, details }) => [kind, reason, details])).to.deep.equal([
      ['revision-received', null, `{"hash":"${revision?.hash}"}`],
      ['form-submitted', null, `{"receipt":1,"hash":"${revision?.hash}"}`],
    ]);
  });

  it('writes the same within a transaction', async () => {
    const planned = await head();
    const written = await inPaperTransaction(db, LOCK, (trx) =>
      write(trx, sendingWrites(planned, 'token-0001')),
    );
    expect(written).to.deep.equal({ number: 1 });
    expect(await counts()).to.deep.equal([1, 1, 1, 0]);
    const submitted = await db('events').where({ kind: 'form-submitted' }).first();
    expect(submitted?.details).to.match(/^\{"receipt":1,"hash":"[0-9a-f]{64}"\}$/);
  });

  it('waits for the lock, and writes nothing when its holder changed the paper', async () => {
    const planned = await head();
    let sent: Promise<unknown> = Promise.resolve();
    await inPaperTransaction(other, LOCK, async (trx) => {
      sent = send('token-0001', planned);
      if (name === 'PostgreSQL')
        while ((await trx('pg_locks').where({ granted: false })).length === 0) continue;
      await trx('drafts').where(PAPER).update({ version: 2 });
    });
    expect(await sent).to.equal(undefined);
    expect(await counts()).to.deep.equal([0, 0, 0, 1]);
    expect(await send('token-0001'), 'planned upon what it is now').to.deep.equal({ number: 1 });
  });

  it('writes nothing of what was planned upon a paper that another sent', async () => {
    const planned = await head();
    const both = await Promise.all(['token-0001', 'token-0002'].map((token) => send(token, planned)));
    expect(both.filter((written) => written !== undefined)).to.deep.equal([{ number: 1 }]);
    expect(await counts()).to.deep.equal([1, 1, 1, 0]);
  });

  it('loses nothing that is saved at the same time', async () => {
    for (let turn = 1; turn <= 20; turn += 1) {
      const planned = await head();
      const before = planned.draft?.version ?? 0;
      const [written] = await Promise.all([
        send(`token-${turn}-of-many`, planned),
        inPaperTransaction(other, LOCK, (trx) => trx('drafts').where(PAPER).increment('version', 1)),
      ]);
      const after = (await head()).draft?.version;
      expect(after, 'either sent and then saved, or saved and not sent').to.equal(before + (written ? 2 : 1));
    }
  });

  it('takes everything back when a part is refused, and gives the lock back', async () => {
    await send('token-0001');
    await db('drafts').where(PAPER).update({ version: 3, unsent: 1 });
    const before = await readPaperStamp(db, PAPER);
    for (let turn = 0; turn < 4; turn += 1) await expectFault('conflict', () => send('token-0001'), TEXT);
    expect(await counts()).to.deep.equal([1, 1, 1, 0]);
    expect(await readPaperStamp(db, PAPER)).to.equal(before);
    expect(await inPaperTransaction(other, LOCK, async () => 'free')).to.equal('free');
    expect(await send('token-0002')).to.include.keys('number');
    expect((await db('revisions').orderBy('number').pluck('number')).at(-1)).to.equal(2);
  });

  if (name === 'PostgreSQL') {
    it('sends it with its lock in one message', async () => {
      const planned = await head();
      const connection = await idle<Client>(db);
      const query = connection.query.bind(connection) as (...given: unknown[]) => unknown;
      let messages = 0;
      Object.assign(connection, {
        query: (...given: unknown[]) => {
          messages += 1;
          return query(...given);
        },
      });
      await send('token-0001', planned);
      expect(messages).to.equal(1);
    });

    it('goes on when the server has forgotten its plans', async () => {
      for (let turn = 0; turn < 5; turn += 1) expect((await head()).revision).to.equal(0);
      await db.raw('deallocate all');
      await head().catch(() => undefined);
      expect((await head()).revision).to.equal(0);
    });
  } else
    it('takes nine statements', async () => {
      const planned = await head();
      const statements: string[] = [];
      (await idle<Connection>(db)).on('trace', (sql: string) => statements.push(sql.slice(0, 6)));
      await send('token-0001', planned);
      expect(statements.filter((start) => !start.startsWith('--'))).to.have.length(9);
    });
});

/** The one connection that was used so far. */
async function idle<Driver>(db: Database): Promise<Driver> {
  const client = db.client as {
    acquireConnection(): Promise<Driver>;
    releaseConnection(connection: Driver): Promise<void>;
  };
  const connection = await client.acquireConnection();
  await client.releaseConnection(connection);
  return connection;
}
