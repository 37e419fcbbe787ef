import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { acceptRevisions, returnRevisions } from '../../src/db/decisions.ts';
import { readFigures } from '../../src/db/figures.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { appendRevisions } from '../../src/db/revisions.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Figure } from '../../src/domain/figures.ts';
import { forEachDatabase } from '../databases.ts';
import { ACT, REPORT, figureOf, pinOf, submissionOf } from './records.ts';

describe('figures of accepted revisions', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    before(async () => {
      db = await open();
      await inTransaction(db, async (trx) => {
        for (const period of ['2024-08', '2024-09', '2024-10'])
          await openPeriod(trx, REPORT, pinOf(period), ACT);
        await openPeriod(trx, 'khac', pinOf('2024-09'), ACT);
      });
    });

    const send = async (period: string, entity: string, value: string, report = REPORT): Promise<string> => {
      const [revision] = await inTransaction(db, (trx) =>
        appendRevisions(trx, report, [submissionOf(entity, value, { period })], ACT),
      );
      return revision?.id ?? '';
    };
    const accept = (figures: readonly Figure[], report = REPORT): Promise<void> =>
      inTransaction(db, (trx) =>
        acceptRevisions(trx, report, [{ revision: figures[0]?.revision ?? '', figures }], ACT),
      );
    const values = async (...periods: string[]): Promise<string[]> =>
      (await readFigures(db, REPORT, periods)).map(
        ({ revision, field, value }) => `${revision}/${field}=${value}`,
      );

    it('are those of the latest accepted revision, of the periods asked for', async () => {
      const august = await send('2024-08', 'an-giang', '1');
      await accept([{ ...figureOf(august, '0'), state: 'none' }, figureOf(august, 'yes', 'co-ke-hoach')]);
      const september = await send('2024-09', 'an-giang', '2');
      await accept([figureOf(september, '9007199254740993.5')]);
      expect(await readFigures(db, REPORT, ['2024-08'])).to.deep.equal([
        {
          indicator: 'co-ke-hoach',
          period: '2024-08',
          entity: 'an-giang',
          value: 'yes',
          revision: august,
          form: 'F-TINH',
          field: 'co-ke-hoach',
        },
        {
          indicator: 'tong-ho-so',
          period: '2024-08',
          entity: 'an-giang',
          value: '0',
          revision: august,
          form: 'F-TINH',
          field: 'tong-ho-so',
        },
      ]);
      expect(await values('2024-09', '2024-07', '2024-09')).to.deep.equal([
        '2024-09/F-TINH/an-giang/1/tong-ho-so=9007199254740993.5',
      ]);
      expect(await values()).to.deep.equal([]);
    });

    it('stay while a newer revision waits or is returned, and go when it is accepted', async () => {
      const first = '2024-09/F-TINH/an-giang/1/tong-ho-so=9007199254740993.5';
      const second = await send('2024-09', 'an-giang', '3');
      expect(await values('2024-09')).to.deep.equal([first]);
      await inTransaction(db, (trx) => returnRevisions(trx, REPORT, [second], { ...ACT, reason: 'Sai.' }));
      expect(await values('2024-09')).to.deep.equal([first]);
      await accept([figureOf(second, '3')]);
      expect(await values('2024-09')).to.deep.equal([`${second}/tong-ho-so=3`]);
    });

    it('are gone when the accepted revision is returned, and those of the last acceptance come back', async () => {
      const id = '2024-09/F-TINH/an-giang/2';
      await inTransaction(db, (trx) => returnRevisions(trx, REPORT, [id], { ...ACT, reason: 'Sai.' }));
      expect(await values('2024-09')).to.deep.equal([
        '2024-09/F-TINH/an-giang/1/tong-ho-so=9007199254740993.5',
      ]);
      await accept([figureOf(id, '4')]);
      expect(await values('2024-09')).to.deep.equal([`${id}/tong-ho-so=4`]);
    });

    it('are those of one report', async () => {
      const other = await send('2024-09', 'an-giang', '77', 'khac');
      await accept([figureOf(other, '77')], 'khac');
      expect(await values('2024-09')).to.deep.equal(['2024-09/F-TINH/an-giang/2/tong-ho-so=4']);
    });

    it('are ordered by period, form, body and field', async () => {
      for (const entity of ['ca-mau', 'Z', 'đak']) {
        const id = await send('2024-10', entity, '1');
        await accept([figureOf(id, '1', 'b'), figureOf(id, '1', 'a')]);
      }
      expect(await values('2024-10', '2024-08')).to.deep.equal([
        '2024-08/F-TINH/an-giang/1/co-ke-hoach=yes',
        '2024-08/F-TINH/an-giang/1/tong-ho-so=0',
        '2024-10/F-TINH/Z/1/a=1',
        '2024-10/F-TINH/Z/1/b=1',
        '2024-10/F-TINH/ca-mau/1/a=1',
        '2024-10/F-TINH/ca-mau/1/b=1',
        '2024-10/F-TINH/đak/1/a=1',
        '2024-10/F-TINH/đak/1/b=1',
      ]);
    });
  });
});
