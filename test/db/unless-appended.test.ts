import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { appendHistory, readHistory } from '../../src/db/history.ts';
import { inSnapshot, inTransaction } from '../../src/db/transaction.ts';
import type { HistoryValue } from '../../src/domain/facts.ts';
import { forEachDatabase } from '../databases.ts';
import { ACT, REPORT } from './records.ts';

const value = (indicator: string, text = '1'): HistoryValue => ({
  indicator,
  period: '2024-09',
  span: 'period',
  scope: '',
  value: text,
  basis: 'published',
  source: 'Báo cáo số 05/BC-BA',
});

describe('what is read once', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    beforeEach(async () => {
      db = await open();
    });
    const load = (...values: HistoryValue[]): Promise<number> =>
      inTransaction(db, (trx) => appendHistory(trx, REPORT, values, ACT));
    const read = (report = REPORT): Promise<readonly HistoryValue[]> =>
      inSnapshot(db, (trx) => readHistory(trx, report));

    it('is the same list as long as nothing was added', async () => {
      await load(value('a'));
      const first = await read();
      expect(first).to.deep.equal([value('a')]);
      expect(await read()).to.equal(first);
      expect(await read('khac')).to.deep.equal([]);
    });

    it('is read again when something was added, in this process or another', async () => {
      await load(value('a'));
      await read();
      await load(value('a', '2'), value('b'));
      expect(await read()).to.deep.equal([value('a', '2'), value('b')]);
    });

    it('never holds what a transaction took back, though its rows get the same numbers', async () => {
      const undone = new Error('undone');
      await load(value('a'));
      const attempt = inTransaction(db, async (trx) => {
        await appendHistory(trx, REPORT, [value('b')], ACT);
        await inSnapshot(trx, (same) => readHistory(same, REPORT));
        throw undone;
      });
      expect(await attempt.catch((error: unknown) => error)).to.equal(undone);
      await load(value('c'));
      expect(await read()).to.deep.equal([value('a'), value('c')]);
    });

    it('is kept for each database by itself', async () => {
      await load(value('a'));
      await read();
      const other = await open();
      await inTransaction(other, (trx) => appendHistory(trx, REPORT, [value('z')], ACT));
      expect(await inSnapshot(other, (trx) => readHistory(trx, REPORT))).to.deep.equal([value('z')]);
    });
  });
});
