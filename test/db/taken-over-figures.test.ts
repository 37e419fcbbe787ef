import { expect } from 'chai';
import { down, up } from '../../migrations/20261122-04-keep-figures-by-revision.ts';
import { acceptRevisions } from '../../src/db/decisions.ts';
import { readFigures } from '../../src/db/figures.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { appendRevisions } from '../../src/db/revisions.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { forEachDatabase } from '../databases.ts';
import { ACT, PERIOD, REPORT, pinOf, submissionOf } from './records.ts';

describe('figures of a database from before they were kept by revision', () => {
  forEachDatabase((_name, open) => {
    it('are all there afterwards', async () => {
      const db = await open();
      const bodies = Array.from({ length: 450 }, (_, index) => `b-${String(index).padStart(3, '0')}`);
      await inTransaction(db, async (trx) => {
        await openPeriod(trx, REPORT, pinOf(PERIOD), ACT);
        const revisions = await appendRevisions(
          trx,
          REPORT,
          bodies.map((entity) => submissionOf(entity, '1')),
          ACT,
        );
        await acceptRevisions(
          trx,
          REPORT,
          revisions.map(({ id }) => ({ revision: id, figures: [] })),
          ACT,
        );
        await down(trx);
        const decisions: readonly { id: number; revision: string }[] = await trx('decisions')
          .orderBy('id')
          .select('id', 'revision');
        const rows = decisions.flatMap(({ id, revision }, index) =>
          ['tong-ho-so', ...(index % 3 === 0 ? ['co-ke-hoach'] : [])].map((field) => ({
            decision: id,
            field,
            report: REPORT,
            period: PERIOD,
            indicator: `${field}-x`,
            entity: bodies[index],
            state: 'value',
            value: field === 'co-ke-hoach' ? 'yes' : `${index}.5`,
            revision,
            form: 'F-TINH',
          })),
        );
        for (let start = 0; start < rows.length; start += 100)
          await trx.into('figures').insert(rows.slice(start, start + 100));
        await up(trx);
      });
      const [sheet, ...others] = await readFigures(db, REPORT, [PERIOD]);
      expect(others).to.deep.equal([]);
      expect(sheet?.bodies).to.deep.equal(bodies);
      expect(sheet?.columns).to.deep.equal([
        {
          field: 'co-ke-hoach',
          indicator: 'co-ke-hoach-x',
          values: bodies.map((_, index) => (index % 3 === 0 ? 'yes' : '')).join(),
        },
        {
          field: 'tong-ho-so',
          indicator: 'tong-ho-so-x',
          values: bodies.map((_, index) => `${index}.5`).join(),
        },
      ]);
    });
  });
});
