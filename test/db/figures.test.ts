import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { acceptRevisions, returnRevisions } from '../../src/db/decisions.ts';
import { readFigures } from '../../src/db/figures.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { appendRevisions } from '../../src/db/revisions.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { figuresIn } from '../../src/domain/figure-sheets/sheet.ts';
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
      [...figuresIn(await readFigures(db, REPORT, periods))].map(
        ({ revision, field, value }) => `${revision}/${field}=${value}`,
      );

    it('are those of the latest accepted revision, of the periods asked for', async () => {
      const august = await send('2024-08', 'an-giang', '1');
      await accept([{ ...figureOf(august, '0'), state: 'none' }, figureOf(august, 'yes', 'co-ke-hoach')]);
      const september = await send('2024-09', 'an-giang', '2');
      await accept([figureOf(september, '9007199254740993.5')]);
      expect(await readFigures(db, REPORT, ['2024-08'])).to.deep.equal([
        {
          period: '2024-08',
          form: 'F-TINH',
          bodies: ['an-giang'],
          revisions: [1],
          columns: [
            { field: 'co-ke-hoach', indicator: 'co-ke-hoach', values: 'yes' },
            { field: 'tong-ho-so', indicator: 'tong-ho-so', values: '0' },
          ],
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

    it('are ordered by period, form, field and body, and blank where a body has none', async () => {
      for (const entity of ['ca-mau', 'Z', 'đak']) {
        const id = await send('2024-10', entity, '1');
        await accept([figureOf(id, '1', 'b'), ...(entity === 'Z' ? [] : [figureOf(id, '2', 'a')])]);
      }
      const [august, october] = await readFigures(db, REPORT, ['2024-10', '2024-08']);
      expect(august?.period).to.equal('2024-08');
      expect(october).to.deep.equal({
        period: '2024-10',
        form: 'F-TINH',
        bodies: ['Z', 'ca-mau', 'đak'],
        revisions: [1, 1, 1],
        columns: [
          { field: 'a', indicator: 'a', values: ',2,2' },
          { field: 'b', indicator: 'b', values: '1,1,1' },
        ],
      });
    });

    it('share one list of bodies between periods that have the same', async () => {
      const sheets = await readFigures(db, REPORT, ['2024-08', '2024-09']);
      expect(sheets[0]?.bodies).to.deep.equal(['an-giang']);
      expect(sheets[1]?.bodies).to.equal(sheets[0]?.bodies);
    });

    it('of many bodies at once stand in one layout, whatever each of them answered', async () => {
      const ids = [await send('2024-10', 'an-giang', '5'), await send('2024-10', 'bac-ninh', '6')];
      const [one = '', other = ''] = ids;
      await inTransaction(db, (trx) =>
        acceptRevisions(
          trx,
          REPORT,
          [
            { revision: one, figures: [figureOf(one, '5', 'c')] },
            { revision: other, figures: [figureOf(other, '6', 'd'), figureOf(other, '7', 'c')] },
          ],
          ACT,
        ),
      );
      const sheets = await readFigures(db, REPORT, ['2024-10']);
      const shown = [...figuresIn(sheets)].map(({ entity, field, value }) => `${entity} ${field}=${value}`);
      expect(shown.filter((line) => /[cd]=/.test(line))).to.deep.equal([
        'an-giang c=5',
        'bac-ninh c=7',
        'bac-ninh d=6',
      ]);
      expect(await db('figure_layouts').where({ columns: '[["c","c"],["d","d"]]' })).to.have.length(1);
    });

    it('with a comma are refused: it stands between values', async () => {
      const id = await send('2024-10', 'ha-noi', '5');
      const refused = await accept([figureOf(id, '5,5')]).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(RangeError);
    });
  });
});
