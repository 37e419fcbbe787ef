import { expect } from 'chai';
import { connect, type Database } from '../../src/db/connect.ts';
import { migrate, pendingMigrations, requireMigrated, unmigrate } from '../../src/db/migrate.ts';
import { forEachDatabase } from '../databases.ts';
import { runChild, startChild } from './children/child.ts';
import { expectFault } from './faults.ts';
import { tablesOf } from './tables-of.ts';

describe('migrate', () => {
  forEachDatabase((name, _open, create) => {
    let url: string;
    let db: Database;
    beforeEach(async () => {
      url = await create();
      db = await connect(url, { create: true });
    });
    afterEach(() => db.destroy());

    it('runs each migration once and keeps its name without an extension', async () => {
      const ran = await migrate(db);
      expect(ran).to.have.length.above(5);
      expect(await db('knex_migrations').orderBy('id').pluck('name')).to.deep.equal(ran);
      for (const migration of ran) expect(migration).to.match(/^\d{8}-\d{2}-[a-z]+(-[a-z]+)+$/);
      expect(await migrate(db)).to.deep.equal([]);
    });

    it('says what is pending and changes nothing by asking', async () => {
      const pending = await pendingMigrations(db);
      expect(await tablesOf(db, name)).to.deep.equal([]);
      await expectFault('unmigrated', () => requireMigrated(db));
      expect(await migrate(db)).to.deep.equal(pending);
      expect(await pendingMigrations(db)).to.deep.equal([]);
      await requireMigrated(db);
    });

    it('undoes all and can be run again', async () => {
      await migrate(db);
      const made = await tablesOf(db, name);
      expect(made).to.include.members(['definitions', 'revisions', 'editions', 'events']);
      await unmigrate(db);
      expect(await tablesOf(db, name)).to.deep.equal(['knex_migrations', 'knex_migrations_lock']);
      await migrate(db);
      expect(await tablesOf(db, name)).to.deep.equal(made);
    });

    it('refuses a database of a newer version', async () => {
      await migrate(db);
      await db('knex_migrations').insert({ name: '20991231-01-add-robots', batch: 9 });
      for (const act of [migrate, pendingMigrations, requireMigrated]) {
        const { message } = await expectFault('version', () => act(db));
        expect(message).to.contain('20991231-01-add-robots');
      }
    });

    it('lets two processes come at the same time', async () => {
      await Promise.all([runChild('migrate', url), runChild('migrate', url)]);
      expect(await pendingMigrations(db)).to.deep.equal([]);
      expect(
        await db('knex_migrations').groupBy('name').havingRaw('count(*) > 1').pluck('name'),
      ).to.deep.equal([]);
    });

    it('leaves nothing behind when it is killed half way', async () => {
      const child = await startChild('migrate-and-hang', url);
      await child.said('half way');
      await child.kill();
      expect(await tablesOf(db, name)).to.deep.equal([]);
      expect(await migrate(db)).to.have.length.above(5);
    });
  });
});
