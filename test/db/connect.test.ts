import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAddress } from '../../src/db/address.ts';
import { connect } from '../../src/db/connect.ts';
import { requireSafeSqlite } from '../../src/db/sqlite-client.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';

describe('parseAddress', () => {
  for (const [text, file] of [
    ['sqlite:data/tong-hop.db', 'data/tong-hop.db'],
    ['sqlite:/srv/tong-hop.db', '/srv/tong-hop.db'],
    ['sqlite:///srv/tong-hop.db', '/srv/tong-hop.db'],
    ['SQLite:số liệu.db', 'số liệu.db'],
    ['file:///srv/s%E1%BB%91%20li%E1%BB%87u.db', '/srv/số liệu.db'],
    ['data/tong-hop.db', 'data/tong-hop.db'],
    ['C:\\tong-hop.db', 'C:\\tong-hop.db'],
    [':memory:', ':memory:'],
    ['sqlite::memory:', ':memory:'],
    ['  tong-hop.db ', 'tong-hop.db'],
  ] as const)
    it(`reads ${text} as a file`, () => {
      expect(parseAddress(text)).to.deep.equal({ kind: 'sqlite', file });
    });

  it('shows of a PostgreSQL address only host and name', () => {
    const url = 'postgres://an:mat%20khau@db.gov.vn:5433/tong_hop';
    expect(parseAddress(url)).to.deep.equal({ kind: 'postgres', url, shown: 'db.gov.vn:5433/tong_hop' });
  });

  for (const text of [
    '',
    '  ',
    'sqlite:',
    'mysql://an:bi-mat@localhost/tong_hop',
    'http://localhost/tong_hop',
    'postgres://an:bi-mat@localhost',
    'postgres://an:bi-mat@localhost:cong/tong_hop',
  ])
    it(`refuses «${text}»`, () => expectFault('address', () => connect(text), 'bi-mat'));
});

describe('requireSafeSqlite', () => {
  for (const version of ['3.51.3', '3.51.10', '3.52.0', '4.0.0'])
    it(`accepts ${version}`, () => requireSafeSqlite(version));
  for (const version of ['3.51.2', '3.50.9', '3.9.100', '2.99.99', ''])
    it(`refuses «${version}»`, () => expectFault('version', async () => requireSafeSqlite(version)));
});

describe('connect', () => {
  describe('to a SQLite file', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tong-hop-test-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('sets every connection', async () => {
      const db = await connect(join(folder, 'test.db'), { create: true });
      const connections: unknown[] = [];
      for (let count = 0; count < 3; count += 1) connections.push(await db.client.acquireConnection());
      expect(new Set(connections).size).to.equal(3);
      for (const connection of connections) {
        const settings: Record<string, unknown> = {};
        for (const name of [
          'journal_mode',
          'synchronous',
          'foreign_keys',
          'busy_timeout',
          'recursive_triggers',
        ])
          Object.assign(settings, (await db.raw(`pragma ${name}`).connection(connection))[0]);
        expect(settings).to.deep.equal({
          journal_mode: 'wal',
          synchronous: 2,
          foreign_keys: 1,
          timeout: 15_000,
          recursive_triggers: 1,
        });
        await db.client.releaseConnection(connection);
      }
      await db.destroy();
    });

    it('makes the file and its folder only when told to', async () => {
      const file = join(folder, 'a', 'b', 'test.db');
      const { message } = await expectFault('missing', () => connect(file));
      expect(message).to.contain(file).and.to.contain('tong-hop migrate');
      await (await connect(file, { create: true })).destroy();
      await (await connect(file)).destroy();
    });

    it('refuses what is no database', async () => {
      await writeFile(join(folder, 'bao-cao.txt'), 'Kính gửi: Văn phòng Chính phủ. '.repeat(100));
      await expectFault('unreadable', () => connect(join(folder, 'bao-cao.txt')));
      await expectFault('unreadable', () => connect(folder));
      await expectFault('unreadable', () => connect(join(folder, 'bao-cao.txt', 'x.db'), { create: true }));
    });

    it('says of a write that failed whether the file is read-only or the disk is full', async () => {
      const db = await connect(':memory:');
      await db.schema.createTable('x', (table) => table.text('y'));
      await db.raw('pragma max_page_count = 4');
      const full = await expectFault('full', () => db('x').insert({ y: 'bí mật'.repeat(9000) }), 'bí mật');
      expect(full.message).to.contain('ổ đĩa đã đầy');
      await db.raw('pragma query_only = on');
      const readOnly = await expectFault('read-only', () => db('x').insert({ y: 'bí mật' }), 'bí mật');
      expect(readOnly.message).to.contain('chỉ cho đọc');
      await db.destroy();
    });

    it('keeps a database in memory while it is open', async () => {
      const db = await connect(':memory:');
      await db.schema.createTable('x', (table) => table.text('y'));
      expect(await db('x').select()).to.deep.equal([]);
      await db.destroy();
    });
  });

  forEachDatabase((name, open, create) => {
    it('tells of a query that fails without its values', async () => {
      const db = await open();
      await expectFault('unmigrated', () => db('nothing').where({ secret: 'bi-mat' }), 'bi-mat');
      await expectFault('failed', () => db.from('definitions').whereRaw('secret = ?', ['bi-mat']), 'bi-mat');
      const row = { report: 'bi-mat', period: 'bi-mat', opened_at: 'bi-mat' };
      const { cause } = await expectFault('rule', () => db('periods').insert(row), 'bi-mat');
      expect(String(cause)).to.contain('periods_opened_at');
    });

    if (name !== 'PostgreSQL') return;

    it('says what is wrong with a server', async () => {
      const url = new URL(await create());
      const wrong = (change: (url: URL) => void): string => {
        const copy = new URL(url);
        change(copy);
        return copy.href;
      };
      await expectFault('address', () => connect(wrong((copy) => (copy.password = 'bi-mat'))), 'bi-mat');
      await expectFault('missing', () => connect(wrong((copy) => (copy.pathname = '/khong-co'))));
      await expectFault('lost', () => connect(wrong((copy) => (copy.port = '1'))));
      await expectFault('lost', () => connect(wrong((copy) => (copy.hostname = 'khong-co.invalid'))));
    });

    it('refuses a server database that cannot hold Vietnamese', async () => {
      const db = await connect(await create());
      await db.raw(
        `create database sql_ascii encoding 'SQL_ASCII' locale 'C' locale_provider libc template template0`,
      );
      const url = new URL(await create());
      url.pathname = '/sql_ascii';
      await expectFault('version', () => connect(url.href));
      await db.raw('drop database sql_ascii');
      await db.destroy();
    });
  });
});
