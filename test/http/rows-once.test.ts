/** A row is added once, however often its request comes: lines break after a request arrived and before its answer did. */
import { expect } from 'chai';
import { formToken } from '../../src/http/middleware/csrf.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { removeRow } from '../../src/workflow/collecting/save-rows.ts';
import { forEachDatabase } from '../databases.ts';
import { clerk, KEY } from '../workflow/collecting/place.ts';
import { BASE, openPapers, type Papers } from './papers.ts';
import type { Visitor } from './site.ts';

const TOKEN = '0123456789abcdef0123456789abcdef';
const ADD = { act: 'add', table: 'van-ban', token: TOKEN };

describe('a row whose request comes again', () => {
  forEachDatabase((_name, open) => {
    let papers: Papers;
    let visitor: Visitor;
    beforeEach(async () => {
      papers = await openPapers(await open());
      visitor = await papers.as('clerk');
    });
    afterEach(() => papers.stop());

    const numbers = async (): Promise<readonly (string | undefined)[]> =>
      (await readForm(papers.place.workplace, clerk, KEY)).tables
        .find(({ id }) => id === 'van-ban')
        ?.rows.map(({ texts }) => texts['so']) ?? [];
    const add = async (so: string): Promise<{ outcome: string; row?: { id: string; version: number } }> =>
      JSON.parse((await visitor.postJson(`${BASE}/dong`, { ...ADD, texts: { so } })).text);

    it('is added once, also when both come at the same time', async () => {
      const answers = await Promise.all([add('05/CT'), add('05/CT')]);
      answers.push(await add('05/CT'));
      expect(answers.map(({ outcome }) => outcome)).to.deep.equal(['saved', 'saved', 'saved']);
      expect(new Set(answers.map(({ row }) => row?.id)).size).to.equal(1);
      expect(await numbers()).to.deep.equal(['05/CT']);
    });

    it('is asked about when it says something else by then', async () => {
      await add('05/CT');
      const { outcome } = await add('06/CT');
      expect(outcome).to.equal('conflict');
      expect(await numbers()).to.deep.equal(['05/CT']);
    });

    it('is added anew when it was taken out meanwhile', async () => {
      const { row } = await add('05/CT');
      const { id = '', version = 0 } = row ?? {};
      await removeRow(papers.place.workplace, clerk, KEY, { table: 'van-ban', row: id, seen: version });
      expect(await numbers()).to.deep.equal([]);
      await add('05/CT');
      expect(await numbers()).to.deep.equal(['05/CT']);
    });

    it('is added once without scripts too, by one page', async () => {
      const page = (): string => formToken(visitor.cookies.get('phien') ?? '');
      const fields = { goc: JSON.stringify({ cells: {}, tables: {} }), 'd.van-ban.moi.so': '05/CV' };
      const [one, other] = [page(), page()];
      for (const _csrf of [one, one])
        expect((await visitor.post(BASE, { ...fields, _csrf })).status).to.equal(303);
      expect(await numbers()).to.deep.equal(['05/CV']);
      await visitor.post(BASE, { ...fields, _csrf: other });
      expect(await numbers()).to.deep.equal(['05/CV', '05/CV']);
    });

    it('is refused with a token that no page of ours makes', async () => {
      for (const token of ['', 'x', 'a.b', 5, null, 'A'.repeat(32), 'a'.repeat(65)])
        expect(
          (await visitor.postJson(`${BASE}/dong`, { ...ADD, token, texts: { so: '1' } })).status,
        ).to.equal(400);
      expect(await numbers()).to.deep.equal([]);
    });
  });
});
