import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { readEvents } from '../../src/db/events.ts';
import { appendHistory, readHistory } from '../../src/db/history.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { HistoryValue } from '../../src/domain/facts.ts';
import { forEachDatabase } from '../databases.ts';
import { ACT, REPORT } from './records.ts';

function valueOf(change: Partial<HistoryValue>): HistoryValue {
  return {
    indicator: 'tong-ho-so',
    period: '2024-09',
    span: 'ytd',
    scope: '',
    value: '111500000000000000001.5',
    basis: 'published',
    source: 'Báo cáo số 05/BC-BA',
    ...change,
  };
}

describe('history', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    beforeEach(async () => {
      db = await open();
    });
    const load = (...values: HistoryValue[]): Promise<number> =>
      inTransaction(db, (trx) => appendHistory(trx, REPORT, values, ACT));

    it('gives back what was loaded, ordered by what it is', async () => {
      const values = [
        valueOf({ indicator: 'a', roundedTo: '100000' }),
        valueOf({}),
        valueOf({ scope: 'Z' }),
        valueOf({ scope: 'an-giang', basis: 'illustrative' }),
        valueOf({ scope: 'bo', status: 'hoan-thanh' }),
        valueOf({ scope: 'bo', status: 'xong' }),
        valueOf({ scope: 'đ' }),
      ];
      expect(await load(...[...values].reverse())).to.equal(values.length);
      expect(await readHistory(db, REPORT)).to.deep.equal(values);
      expect(await readHistory(db, 'khac')).to.deep.equal([]);
    });

    it('adds nothing when a file is loaded twice', async () => {
      expect(await load(valueOf({}), valueOf({}))).to.equal(1);
      expect(await load(valueOf({}))).to.equal(0);
      expect(await readEvents(db, REPORT)).to.have.length(1);
      expect(await readEvents(db, REPORT)).to.deep.include({
        id: 1,
        ...ACT,
        kind: 'history-loaded',
        report: REPORT,
        details: { added: 1 },
      });
    });

    it('lets a later value of the same key count, and keeps the earlier one', async () => {
      const changes: Partial<HistoryValue>[] = [
        { value: '2' },
        { basis: 'illustrative' },
        { source: 'Báo cáo số 06/BC-BA' },
        { roundedTo: '100' },
        {},
      ];
      await load(valueOf({}));
      for (const change of changes) {
        expect(await load(valueOf(change))).to.equal(1);
        expect(await readHistory(db, REPORT)).to.deep.equal([valueOf(change)]);
      }
      expect(await db('history').pluck('id')).to.have.length(6);
    });

    for (const value of ['1.50', '01', '1e6', '1,5', '', '-0'])
      it(`refuses «${value}», which is not canonical`, async () => {
        for (const change of [{ value }, { roundedTo: value }])
          expect(await load(valueOf(change)).catch((error: unknown) => error)).to.be.instanceOf(RangeError);
        expect(await readHistory(db, REPORT)).to.deep.equal([]);
      });

    it('takes many values at once', async () => {
      const values = Array.from({ length: 5_000 }, (_, index) =>
        valueOf({ scope: String(index).padStart(5, '0'), value: String(index) }),
      );
      expect(await load(...values)).to.equal(5_000);
      expect(await readHistory(db, REPORT)).to.deep.equal(values);
    });
  });
});
