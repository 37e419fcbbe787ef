import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Database } from '../../src/db/connect.ts';
import { acceptRevisions, readDecisions, returnRevisions } from '../../src/db/decisions.ts';
import { readEvents } from '../../src/db/events.ts';
import { openPeriod } from '../../src/db/periods.ts';
import {
  appendRevisions,
  readAcceptedRevisions,
  readCurrentSubmissions,
  readRevision,
  readRevisions,
  type Submission,
} from '../../src/db/revisions.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Cell, Revision } from '../../src/domain/submission.ts';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';
import { ACT, PERIOD, REPORT, pinOf, submissionOf } from './records.ts';

const BACK = { ...ACT, reason: 'Thiếu phụ lục.' };

describe('revisions', () => {
  forEachDatabase((name, open) => {
    let db: Database;
    beforeEach(async () => {
      db = await open();
      await inTransaction(db, (trx) => openPeriod(trx, REPORT, pinOf(PERIOD), ACT));
    });

    const append = (...submissions: Submission[]): Promise<readonly Revision[]> =>
      inTransaction(db, (trx) => appendRevisions(trx, REPORT, submissions, ACT));
    const accept = (...revisions: string[]): Promise<void> =>
      inTransaction(db, (trx) =>
        acceptRevisions(
          trx,
          REPORT,
          revisions.map((revision) => ({ revision, figures: [] })),
          ACT,
        ),
      );
    const giveBack = (...revisions: string[]): Promise<void> =>
      inTransaction(db, (trx) => returnRevisions(trx, REPORT, revisions, BACK));
    const standing = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        (await readCurrentSubmissions(db, REPORT, PERIOD)).map(({ revision, state }) => [revision.id, state]),
      );

    it('gives back what was sent, whatever it holds', async () => {
      const cells: Record<string, Cell> = {
        lon: { state: 'value', value: '115119000000000000019007199254740993.0000001', asOf: '2024-10-23' },
        co: { state: 'value', value: 'yes', document: '137/2024/NĐ-CP', date: '2024-10-23', note: 'Đã ký' },
        'khong-phat-sinh': { state: 'none' },
        'chua-co': { state: 'pending', reason: "chờ Sở “A”; Sở B \\ ' ? ?? $1", expected: '2024-11-15' },
        'khong-ap-dung': { state: 'not-applicable', note: 'Không có cảng' },
        loi: { state: 'value', value: 'Dòng một.\nDòng hai\u0000\u{1F600} ữ' },
      };
      const submission = submissionOf('an-giang', '1', {
        cells,
        tables: { a: [{ z: '1', b: '2' }, {}], e: [] },
      });
      const [sent] = await append(submission);
      expect(sent).to.deep.equal({
        id: `${PERIOD}/F-TINH/an-giang/1`,
        number: 1,
        hash: sent?.hash,
        ...submission,
      });
      expect(await readRevision(db, REPORT, sent?.id ?? '')).to.deep.equal(sent);
      expect(await readRevisions(db, REPORT, submission)).to.deep.equal([sent]);
      expect(await readRevision(db, 'khac', sent?.id ?? '')).to.equal(undefined);
    });

    it('hashes answers alike, in whatever order they came', async () => {
      const value: Cell = { state: 'value', value: '1' };
      const none: Cell = { note: 'x', state: 'none' };
      const [first, second, third] = await append(
        submissionOf('a', '', { cells: { b: value, a: none }, tables: {} }),
        submissionOf('b', '', { cells: { a: { state: 'none', note: 'x' }, b: value }, tables: {} }),
        submissionOf('c', '', { cells: { a: none }, tables: {} }),
      );
      const text =
        '{"cells":{"a":{"note":"x","state":"none"},"b":{"state":"value","value":"1"}},"tables":{}}';
      expect(first?.hash).to.equal(createHash('sha256').update(text).digest('hex'));
      expect(second?.hash).to.equal(first?.hash);
      expect(third?.hash).not.to.equal(first?.hash);
    });

    it('numbers the revisions of each body and form', async () => {
      const other = { form: 'F-BO' };
      await append(
        submissionOf('an-giang', '1'),
        submissionOf('nam-dinh', '1'),
        submissionOf('an-giang', '2', other),
        submissionOf('an-giang', '2'),
      );
      await append(submissionOf('an-giang', '3'));
      expect(
        (await readRevisions(db, REPORT, submissionOf('an-giang', ''))).map(({ id }) => id),
      ).to.deep.equal([
        `${PERIOD}/F-TINH/an-giang/1`,
        `${PERIOD}/F-TINH/an-giang/2`,
        `${PERIOD}/F-TINH/an-giang/3`,
      ]);
      expect(await standing()).to.deep.equal({
        [`${PERIOD}/F-BO/an-giang/1`]: 'submitted',
        [`${PERIOD}/F-TINH/an-giang/3`]: 'submitted',
        [`${PERIOD}/F-TINH/nam-dinh/1`]: 'submitted',
      });
    });

    it('refuses what was written upon an earlier revision, with all that came with it', async () => {
      await append(submissionOf('an-giang', '1', { after: 0 }), submissionOf('an-giang', '2', { after: 1 }));
      for (const after of [0, 1, 3]) {
        const { message } = await expectFault('conflict', () =>
          append(submissionOf('nam-dinh', '5'), submissionOf('an-giang', '3', { after })),
        );
        expect(message).to.contain('bản số 2').and.to.contain(`bản số ${after}`);
      }
      expect(Object.keys(await standing())).to.deep.equal([`${PERIOD}/F-TINH/an-giang/2`]);
    });

    it('refuses answers in a period that was not opened', async () => {
      await expectFault('reference', () => append(submissionOf('an-giang', '1', { period: '2030-01' })));
    });

    it('orders forms and bodies by their bytes on both databases', async () => {
      const bodies = ['b', 'a-z', 'aa', 'a', 'A', 'đ', 'a0', 'd', 'z'];
      await append(...bodies.map((entity) => submissionOf(entity, '1')));
      const read = await readCurrentSubmissions(db, REPORT, PERIOD);
      const expected = ['A', 'a', 'a-z', 'a0', 'aa', 'b', 'd', 'z', 'đ'];
      expect(read.map(({ revision }) => revision.entity)).to.deep.equal(expected);
    });

    it('takes a whole country at once', async () => {
      const many = Array.from({ length: 2_345 }, (_, index) =>
        submissionOf(`don-vi-${String(index).padStart(4, '0')}`, String(index)),
      );
      const sent = await append(...many);
      await accept(...sent.map(({ id }) => id));
      const read = await readAcceptedRevisions(db, REPORT, PERIOD);
      expect(read).to.deep.equal(sent);
      expect(new Set(Object.values(await standing()))).to.deep.equal(new Set(['accepted']));
    });

    it('stands where the latest decision on the latest revision puts it', async () => {
      const [first] = await append(submissionOf('an-giang', '1'));
      const id = first?.id ?? '';
      const next = `${PERIOD}/F-TINH/an-giang/2`;
      const steps: [act: () => Promise<unknown>, at: string, state: string, accepted: string[]][] = [
        [() => accept(id), id, 'accepted', [id]],
        [() => giveBack(id), id, 'returned', []],
        [() => accept(id), id, 'accepted', [id]],
        [() => append(submissionOf('an-giang', '2')), next, 'submitted', [id]],
        [() => giveBack(next), next, 'returned', [id]],
        [() => accept(next), next, 'accepted', [next]],
      ];
      for (const [act, at, state, accepted] of steps) {
        await act();
        expect(await standing()).to.deep.equal({ [at]: state });
        expect(
          (await readAcceptedRevisions(db, REPORT, PERIOD)).map((revision) => revision.id),
        ).to.deep.equal(accepted);
      }
      expect(await readDecisions(db, REPORT, id)).to.deep.equal([
        { revision: id, kind: 'accepted', ...ACT },
        { revision: id, kind: 'returned', ...BACK },
        { revision: id, kind: 'accepted', ...ACT },
      ]);
    });

    it('decides only on the latest revision, and on one that exists', async () => {
      const [first, , other] = await append(
        submissionOf('an-giang', '1'),
        submissionOf('an-giang', '2'),
        submissionOf('nam-dinh', '1'),
      );
      const { message } = await expectFault('conflict', () => accept(other?.id ?? '', first?.id ?? ''));
      expect(message).to.contain(first?.id).and.to.contain('bản số 2');
      await expectFault('conflict', () => giveBack(first?.id ?? ''));
      await expectFault('reference', () => accept(`${PERIOD}/F-TINH/ca-mau/1`));
      expect(await db('decisions').select()).to.deep.equal([]);
    });

    it('needs a reason to return', async () => {
      const [first] = await append(submissionOf('an-giang', '1'));
      await expectFault('rule', () =>
        inTransaction(db, (trx) => returnRevisions(trx, REPORT, [first?.id ?? ''], { ...ACT, reason: '' })),
      );
    });

    it('writes an event with each act', async () => {
      const [first] = await append(submissionOf('an-giang', '1'));
      await giveBack(first?.id ?? '');
      const [, received, returned] = await readEvents(db, REPORT, PERIOD);
      const subject = {
        report: REPORT,
        period: PERIOD,
        entity: 'an-giang',
        form: 'F-TINH',
        revision: first?.id,
      };
      expect(received).to.deep.equal({
        id: received?.id,
        ...ACT,
        kind: 'revision-received',
        ...subject,
        details: { hash: first?.hash },
      });
      expect(returned).to.deep.equal({
        id: returned?.id,
        ...BACK,
        kind: 'revision-returned',
        ...subject,
        details: {},
      });
    });

    it('notices answers that were changed behind its back', async () => {
      const [first] = await append(submissionOf('an-giang', '1'));
      await (name === 'SQLite'
        ? db.raw('drop trigger revisions_no_update')
        : db.raw('drop trigger revisions_no_change on revisions'));
      await db.raw(`update revisions set answers = replace(answers, '"1"', '"1000"')`);
      const { message } = await expectFault('unreadable', () => readCurrentSubmissions(db, REPORT, PERIOD));
      expect(message).to.contain(first?.id);
    });
  });
});
