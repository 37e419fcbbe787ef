import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { readEvents } from '../../src/db/events.ts';
import { appendJustifications, readJustifications } from '../../src/db/justifications.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { appendWaivers, readWaivers } from '../../src/db/waivers.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';
import { ACT, PERIOD, REPORT, pinOf } from './records.ts';

const EARLY = '2024-10-20T08:00:00+07:00';
const LATE = '2024-10-24T08:00:00+07:00';

describe('reasons', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    before(async () => {
      db = await open();
      await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
    });

    it('keeps waivers; the latest of a body and form counts', async () => {
      const whole = { entity: 'an-giang', reason: 'Bão số 3.', at: EARLY };
      const form = { entity: 'an-giang', form: 'F-TINH', reason: 'Không có biển.', at: EARLY };
      const changed = { ...whole, reason: 'Bão số 3, mất điện.', at: LATE };
      await inTransaction(db, (trx) => appendWaivers(trx, REPORT, PERIOD, [whole, form], ACT));
      expect(await readWaivers(db, REPORT, PERIOD)).to.deep.equal([whole, form]);
      await inTransaction(db, (trx) => appendWaivers(trx, REPORT, PERIOD, [changed], ACT));
      expect(await readWaivers(db, REPORT, PERIOD)).to.deep.equal([changed, form]);
      expect(await readWaivers(db, REPORT, '2024-09')).to.deep.equal([]);
      expect(await db('waivers').pluck('reason')).to.have.length(3);
    });

    it('keeps reasons for findings; the latest of a finding counts', async () => {
      const first = { finding: 'outlier:F-TINH/an-giang/x', reason: 'Đợt cao điểm.', at: EARLY };
      const other = { finding: 'unchanged:F-TINH/nam-dinh/x', reason: 'Đúng.', at: EARLY };
      const changed = { ...first, reason: 'Đã kiểm tra lại.', at: LATE };
      await inTransaction(db, (trx) => appendJustifications(trx, REPORT, PERIOD, [first, other], ACT));
      await inTransaction(db, (trx) => appendJustifications(trx, REPORT, PERIOD, [changed], ACT));
      expect(await readJustifications(db, REPORT, PERIOD)).to.deep.equal([changed, other]);
    });

    it('does not take them for a period that was not opened, or without a reason', async () => {
      for (const [fault, period, reason] of [
        ['reference', '2030-01', 'Bão.'],
        ['rule', PERIOD, ''],
      ] as const) {
        await expectFault(fault, () =>
          inTransaction(db, (trx) =>
            appendWaivers(trx, REPORT, period, [{ entity: 'ca-mau', reason, at: EARLY }], ACT),
          ),
        );
        await expectFault(fault, () =>
          inTransaction(db, (trx) =>
            appendJustifications(trx, REPORT, period, [{ finding: 'x', reason, at: EARLY }], ACT),
          ),
        );
      }
    });

    it('writes an event with each', async () => {
      const events = await readEvents(db, REPORT, PERIOD);
      expect(events.map(({ kind, reason, entity, form }) => [kind, reason, entity, form])).to.deep.equal([
        ['period-opened', undefined, undefined, undefined],
        ['waiver-granted', 'Bão số 3.', 'an-giang', undefined],
        ['waiver-granted', 'Không có biển.', 'an-giang', 'F-TINH'],
        ['waiver-granted', 'Bão số 3, mất điện.', 'an-giang', undefined],
        ['finding-justified', 'Đợt cao điểm.', undefined, undefined],
        ['finding-justified', 'Đúng.', undefined, undefined],
        ['finding-justified', 'Đã kiểm tra lại.', undefined, undefined],
      ]);
      expect(events[4]?.details).to.deep.equal({ finding: 'outlier:F-TINH/an-giang/x' });
    });
  });
});
