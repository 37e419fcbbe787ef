/** Corrections in the database: appended with their events, read back whole, told once. */
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { appendCorrections, lastOfHistory, readCorrections } from '../../src/db/corrections.ts';
import { appendTold, readTold } from '../../src/db/told-corrections.ts';
import { appendEdition } from '../../src/db/editions.ts';
import { readEvents } from '../../src/db/events.ts';
import { appendHistory } from '../../src/db/history.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { appendRevisions } from '../../src/db/revisions.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { HistoryValue } from '../../src/domain/facts.ts';
import { forEachDatabase } from '../databases.ts';
import { ACT, CORRECTION, editionOf, PERIOD, pinOf, REPORT, submissionOf } from './records.ts';

const VALUE: HistoryValue = {
  indicator: 'tong-ho-so',
  period: '2024-09',
  span: 'ytd',
  scope: '',
  value: '900',
  basis: 'published',
  source: 'Báo cáo tháng 9',
};

describe('corrections', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    beforeEach(async () => {
      db = await open();
      await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
    });

    it('come back as they were given, with an event each', async () => {
      const [before, after] = await inTransaction(db, (trx) =>
        appendRevisions(trx, REPORT, [submissionOf('an-giang', '120'), submissionOf('an-giang', '130')], ACT),
      );
      const cell = {
        period: PERIOD,
        place: {
          kind: 'cell',
          form: 'F-TINH',
          entity: 'an-giang',
          field: 'tong-ho-so',
          before: before?.id ?? '',
          revision: after?.id ?? '',
        },
        from: null,
        to: { state: 'pending', reason: 'đang rà soát — “\u{1F4C4}”' },
        reason: 'Nhập nhầm cột',
      } as const;
      await inTransaction(db, (trx) => appendCorrections(trx, REPORT, [cell, CORRECTION], 0, ACT));
      expect(await readCorrections(db, REPORT)).to.deep.equal([
        { id: 1, at: ACT.at, renewed: [], ...cell },
        { id: 2, at: ACT.at, renewed: [], ...CORRECTION },
      ]);
      expect(await readCorrections(db, 'khac')).to.deep.equal([]);
      const events = (await readEvents(db, REPORT)).filter(({ kind }) => kind === 'value-corrected');
      expect(events.map(({ reason, revision, period }) => [reason, revision, period])).to.deep.equal([
        ['Nhập nhầm cột', `${PERIOD}/F-TINH/an-giang/2`, PERIOD],
        ['Cộng sót một huyện', undefined, undefined],
      ]);
    });

    it('say which totals of history were replaced after them, and not before', async () => {
      const load = (...values: readonly HistoryValue[]): Promise<number> =>
        inTransaction(db, (trx) => appendHistory(trx, REPORT, values, ACT));
      const correct = (): Promise<void> =>
        inTransaction(db, async (trx) =>
          appendCorrections(trx, REPORT, [CORRECTION], await lastOfHistory(trx, REPORT), ACT),
        );
      const renewed = async (): Promise<readonly (readonly string[])[]> =>
        (await readCorrections(db, REPORT)).map((correction) => correction.renewed);
      await correct();
      await load(VALUE, { ...VALUE, scope: 'tinh', status: 'xong' });
      expect(await renewed()).to.deep.equal([[]]);
      await load({ ...VALUE, value: '960' });
      await correct();
      expect(await renewed()).to.deep.equal([['tong-ho-so@2024-09:ytd/*'], []]);
      await load({ ...VALUE, scope: 'tinh', status: 'xong', value: '960' });
      expect(await renewed()).to.deep.equal([
        ['tong-ho-so@2024-09:ytd/*', 'tong-ho-so[xong]@2024-09:ytd/tinh'],
        ['tong-ho-so[xong]@2024-09:ytd/tinh'],
      ]);
    });

    it('are told by finals, to the readers of other periods', async () => {
      await inTransaction(db, async (trx) => {
        await appendCorrections(trx, REPORT, [CORRECTION, CORRECTION], 0, ACT);
        const news = { told: [1], editions: [] };
        const final = editionOf('final', '%PDF-1');
        await appendEdition(trx, { ...final, inputs: { ...final.inputs, news } }, ACT);
        const draft = editionOf('draft', '%PDF-2');
        await appendEdition(
          trx,
          { ...draft, inputs: { ...draft.inputs, news: { ...news, told: [2] } } },
          ACT,
        );
      });
      expect([...(await readTold(db, REPORT, '2024-11'))]).to.deep.equal([1]);
      expect([...(await readTold(db, REPORT, PERIOD))]).to.deep.equal([]);
      expect([...(await readTold(db, 'khac', '2024-11'))]).to.deep.equal([]);
      await inTransaction(db, (trx) => appendTold(trx, REPORT, 1, []));
    });
  });
});
