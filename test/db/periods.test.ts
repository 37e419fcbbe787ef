import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { readDefinition } from '../../src/db/definitions.ts';
import { readEvents } from '../../src/db/events.ts';
import {
  closePeriod,
  openPeriod,
  readPeriod,
  readPeriods,
  reopenPeriod,
  repinPeriod,
} from '../../src/db/periods.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';
import { ACT, REPORT, pinOf } from './records.ts';

const LATER = { at: '2024-11-01T09:00:00+07:00', actor: 'tran-thi-binh', reason: 'Sửa tên chỉ tiêu.' };

describe('periods', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    before(async () => {
      db = await open();
      await inTransaction(db, async (trx) => {
        await openPeriod(trx, REPORT, pinOf('2024-10'), ACT);
        await openPeriod(trx, REPORT, pinOf('2024-09'), ACT);
        await openPeriod(trx, 'khac', pinOf('2024-10'), ACT);
      });
    });

    it('gives back what a period was opened with, to the byte', async () => {
      const pin = pinOf('2024-10');
      const period = await readPeriod(db, REPORT, '2024-10');
      expect(period).to.deep.equal({ ...pin, pin: 1, openedAt: ACT.at, pinnedAt: ACT.at, state: 'open' });
      expect(JSON.stringify(period?.definition)).to.equal(JSON.stringify(pin.definition));
      expect(JSON.stringify(period?.settings)).to.equal(JSON.stringify(pin.settings));
    });

    it('keeps one copy of a definition', async () => {
      expect(await db('definitions').pluck('hash')).to.have.length(1);
      expect(await readDefinition(db, pinOf('2024-10').hash)).to.deep.equal(pinOf('2024-10').definition);
      expect(await readDefinition(db, 'none')).to.equal(undefined);
    });

    it('does not open a period twice, nor find one that was not opened', async () => {
      await expectFault('conflict', () =>
        inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf('2024-10'), LATER)),
      );
      expect(await readPeriod(db, REPORT, '2024-08')).to.equal(undefined);
      expect(await readPeriods(db, 'none')).to.deep.equal([]);
    });

    it('closes and opens again', async () => {
      const stateOf = async (): Promise<string | undefined> =>
        (await readPeriod(db, REPORT, '2024-09'))?.state;
      await inTransaction(db, (trx) => closePeriod(trx, REPORT, '2024-09', LATER));
      expect(await stateOf()).to.equal('closed');
      await inTransaction(db, (trx) => reopenPeriod(trx, REPORT, '2024-09', LATER));
      expect(await stateOf()).to.equal('open');
      await inTransaction(db, (trx) => closePeriod(trx, REPORT, '2024-09', LATER));
      expect(await stateOf()).to.equal('closed');
      expect(await readPeriods(db, REPORT)).to.deep.equal([
        { report: REPORT, period: '2024-09', openedAt: ACT.at, state: 'closed' },
        { report: REPORT, period: '2024-10', openedAt: ACT.at, state: 'open' },
      ]);
      await expectFault('reference', () =>
        inTransaction(db, (trx) => closePeriod(trx, REPORT, '2030-01', LATER)),
      );
    });

    it('is pinned again without losing what it was pinned to', async () => {
      const corrected = pinOf('2024-10', 'Chuyển đổi số (sửa)');
      await inTransaction(db, (trx) => repinPeriod(trx, REPORT, corrected, LATER));
      const period = await readPeriod(db, REPORT, '2024-10');
      expect(period).to.include({ hash: corrected.hash, pin: 2, openedAt: ACT.at, pinnedAt: LATER.at });
      expect(period?.definition.report.title).to.equal('Chuyển đổi số (sửa)');
      expect(
        await db('pins').where({ report: REPORT, period: '2024-10' }).pluck('definition_hash'),
      ).to.have.length(2);
      await expectFault('reference', () =>
        inTransaction(db, (trx) => repinPeriod(trx, REPORT, pinOf('2030-01'), LATER)),
      );
    });

    it('writes an event with each act', async () => {
      const events = await readEvents(db, REPORT, '2024-10');
      expect(events.map(({ kind }) => kind)).to.deep.equal(['period-opened', 'period-repinned']);
      expect(events[1]).to.deep.equal({
        id: events[1]?.id,
        ...LATER,
        kind: 'period-repinned',
        report: REPORT,
        period: '2024-10',
        details: { definition: pinOf('', 'Chuyển đổi số (sửa)').hash, before: pinOf('').hash },
      });
      expect((await readEvents(db, REPORT)).map(({ kind }) => kind)).to.deep.equal([
        'period-opened',
        'period-opened',
        'period-closed',
        'period-reopened',
        'period-closed',
        'period-repinned',
      ]);
    });
  });
});
