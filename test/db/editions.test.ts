import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Database } from '../../src/db/connect.ts';
import { appendEdition, readEdition, readEditions, readLatestEdition } from '../../src/db/editions.ts';
import { readEvents } from '../../src/db/events.ts';
import { openPeriod } from '../../src/db/periods.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { sheetsOf } from '../../src/domain/figure-sheets/lay-sheets.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';
import { ACT, PERIOD, REPORT, editionOf, pinOf } from './records.ts';

describe('editions', () => {
  forEachDatabase((name, open) => {
    let db: Database;
    before(async () => {
      db = await open();
      await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
    });

    it('gives every byte back', async () => {
      const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256));
      const edition = { ...editionOf('draft', ''), pdf: bytes };
      const summary = await inTransaction(db, (trx) => appendEdition(trx, edition, ACT));
      expect(summary).to.include({
        number: 1,
        kind: 'draft',
        pdfSha256: createHash('sha256').update(bytes).digest('hex'),
      });
      const read = await readEdition(db, REPORT, PERIOD, 1);
      expect(read).to.deep.equal({ ...edition, ...summary });
      for (const part of ['inputs', 'model', 'ledger', 'findings', 'engine'] as const)
        expect(JSON.stringify(read?.[part])).to.equal(JSON.stringify(edition[part]));
    });

    it('reads the inputs of an edition from when figures were kept one by one', async () => {
      const figure = {
        indicator: 'tong-ho-so',
        period: '2024-09',
        entity: 'an-giang',
        value: '7',
        revision: '2024-09/F-TINH/an-giang/2',
        form: 'F-TINH',
        field: 'tong-ho-so',
      };
      const { inputs, ...edition } = editionOf('draft', '%PDF-0');
      const old = { ...inputs, earlier: [figure] as unknown as typeof inputs.earlier };
      const undone = new Error('undone');
      const attempt = inTransaction(db, async (trx) => {
        const { number } = await appendEdition(trx, { ...edition, inputs: old }, ACT);
        const read = await readEdition(trx, REPORT, PERIOD, number);
        expect(read?.inputs).to.deep.equal({ ...inputs, earlier: sheetsOf([figure]) });
        throw undone;
      });
      expect(await attempt.catch((error: unknown) => error)).to.equal(undone);
    });

    it('numbers the editions of a period and finds the latest', async () => {
      expect(await readLatestEdition(db, REPORT, PERIOD, 'final')).to.equal(undefined);
      for (const [kind, pdf] of [
        ['final', '%PDF-2'],
        ['draft', '%PDF-3'],
      ] as const)
        await inTransaction(db, (trx) => appendEdition(trx, editionOf(kind, pdf), ACT));
      const list = await readEditions(db, REPORT, PERIOD);
      expect(list.map(({ number, kind }) => [number, kind])).to.deep.equal([
        [1, 'draft'],
        [2, 'final'],
        [3, 'draft'],
      ]);
      expect(list[0]).to.have.all.keys([
        'id',
        'report',
        'period',
        'number',
        'kind',
        'at',
        'definitionHash',
        'pdfSha256',
        'engine',
      ]);
      expect((await readLatestEdition(db, REPORT, PERIOD))?.number).to.equal(3);
      expect((await readLatestEdition(db, REPORT, PERIOD, 'final'))?.number).to.equal(2);
      expect(await readEdition(db, REPORT, PERIOD, 9)).to.equal(undefined);
    });

    it('writes an event with each', async () => {
      const events = (await readEvents(db, REPORT, PERIOD)).slice(1);
      const list = await readEditions(db, REPORT, PERIOD);
      expect(events.map(({ kind, details }) => [kind, details])).to.deep.equal(
        list.map(({ kind, number, pdfSha256 }) => [
          kind === 'final' ? 'edition-issued' : 'draft-compiled',
          { number, pdf: pdfSha256 },
        ]),
      );
    });

    it('needs a period and a definition that are known', async () => {
      for (const change of [{ period: '2030-01' }, { definitionHash: 'none' }])
        await expectFault('reference', () =>
          inTransaction(db, (trx) => appendEdition(trx, { ...editionOf('draft', '%PDF'), ...change }, ACT)),
        );
    });

    it('notices a PDF that was changed behind its back', async () => {
      await (name === 'SQLite'
        ? db.raw('drop trigger editions_no_update')
        : db.raw('drop trigger editions_no_change on editions'));
      await db.raw('update editions set pdf = ? where number = 2', [Buffer.from('%PDF-x')]);
      await expectFault('unreadable', () => readEdition(db, REPORT, PERIOD, 2));
      expect((await readEdition(db, REPORT, PERIOD, 3))?.number).to.equal(3);
    });
  });
});
