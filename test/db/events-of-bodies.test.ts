import { expect } from 'chai';
import { down, up } from '../../migrations/20261122-60-events-of-bodies.ts';
import { appendContact, readContact } from '../../src/db/bodies.ts';
import { readEvents, readEventsOfBody } from '../../src/db/events.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';
import { ACT, REPORT, writeOneOfEach } from './records.ts';

describe('the events of a database from before bodies had any', () => {
  forEachDatabase((_name, open) => {
    it('are all there afterwards, stay as they are, and those of bodies come after them', async () => {
      const db = await open();
      await inTransaction(db, writeOneOfEach);
      const before = await readEvents(db, REPORT);
      expect(before).to.have.length.above(5);
      await inTransaction(db, async (trx) => {
        await down(trx);
        await up(trx);
      });
      expect(await readEvents(db, REPORT)).to.deep.equal(before);
      await inTransaction(db, (trx) =>
        appendContact(trx, 'an-giang', { name: 'Lê An', phone: '024 3943 5602', email: '' }, ACT),
      );
      expect((await readContact(db, 'an-giang'))?.name).to.equal('Lê An');
      const [event] = await readEventsOfBody(db, 'an-giang');
      expect(event).to.deep.include({ kind: 'contact-saved', entity: 'an-giang', actor: ACT.actor });
      expect(event?.id).to.be.above(Math.max(...before.map(({ id }) => id)));
      for (const change of [
        db('events').where({ id: 1 }).del(),
        db.raw('update events set actor = ?', ['x']),
      ])
        await expectFault('append-only', () => change);
    });
  });
});
