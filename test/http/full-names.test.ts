/** People are called by their full names wherever a page speaks of them; names of accounts are for signing in. */
import { expect } from 'chai';
import { returnToClerk } from '../../src/workflow/collecting/approve-form.ts';
import { saveContact } from '../../src/workflow/collecting/contact.ts';
import { addRow, removeRow } from '../../src/workflow/collecting/save-rows.ts';
import { forEachDatabase } from '../databases.ts';
import { approver, clerk, colleague, KEY, type } from '../workflow/collecting/place.ts';
import { BASE, openPapers, type Papers } from './papers.ts';
import type { Visitor } from './site.ts';

const COLLEAGUE = 'Người dùng dong-nghiep';

describe('people on the pages of a form', () => {
  forEachDatabase((_name, open) => {
    let papers: Papers;
    let mine: Visitor;
    beforeEach(async () => {
      papers = await openPapers(await open());
      mine = await papers.as('clerk');
    });
    afterEach(() => papers.stop());

    /** The page says who, and nowhere by the name of an account. */
    const expectNamed = (text: string, words: string): void => {
      expect(text).to.contain(words);
      expect(text.replaceAll(COLLEAGUE, '')).not.to.contain('dong-nghiep');
    };

    it('are named who saved a field, a row, and the form', async () => {
      const { place } = papers;
      await type(place, colleague, { 'ho-so': { text: '777' } });
      const added = await addRow(place.workplace, colleague, KEY, {
        table: 'van-ban',
        texts: { so: '9/CV' },
      });
      if (added.outcome !== 'saved' || !added.row) throw new Error('the row was not added');
      const { text } = await mine.get(BASE);
      expectNamed(text, `${COLLEAGUE} sửa lúc 08:00`);
      expect(text).to.contain(`Đã lưu lúc 08:00 (${COLLEAGUE})`);
      const { id, version } = added.row;
      await removeRow(place.workplace, colleague, KEY, { table: 'van-ban', row: id, seen: version });
      const changes = await mine.get(`${BASE}/thay-doi?tu=0`);
      expectNamed(changes.text, `"removed":{"${id}":"${COLLEAGUE}"}`);
      expect(changes.text).to.contain(`"by":"${COLLEAGUE} sửa lúc 08:00"`);
    });

    it('are named where both typed, also oneself in another window', async () => {
      const { place } = papers;
      await type(place, colleague, { 'ho-so': { text: '777' } });
      const save = { changes: [{ field: 'ho-so', input: { text: '5' }, seen: 0 }] };
      const met = await mine.postJson(`${BASE}/luu`, save);
      expectNamed(met.text, `"who":"${COLLEAGUE}"`);
      await type(place, clerk, { 'ho-so': { text: '778' } });
      expect((await mine.postJson(`${BASE}/luu`, save)).text).to.contain('"who":"Người dùng chuyen-vien"');
    });

    it('are named to who sends what a colleague has changed since', async () => {
      await papers.fillOut();
      const before = await mine.get(`${BASE}/kiem-tra`);
      await type(papers.place, colleague, { 'ho-so': { text: '1.000.121' } });
      const fields = Object.fromEntries(
        [...before.text.matchAll(/<input type="hidden" name="(?!_csrf)([^"]+)" value="([^"]*)"/g)].map(
          ([, name = '', value = '']) => [name, value],
        ),
      );
      const sent = await mine.post(`${BASE}/kiem-tra`, fields);
      expectNamed(sent.text, `${COLLEAGUE} sửa lúc 08:00`);
    });

    it('are named among the revisions, and on the contact', async () => {
      const { place } = papers;
      const revision = await papers.submit();
      await returnToClerk(place.workplace, approver, KEY, { revision, comment: 'Xem lại' });
      const revisions = await mine.get(`${BASE}/phien-ban`);
      expect(revisions.text).to.contain('Người dùng chuyen-vien');
      await saveContact(place.workplace, colleague, { name: 'Lê An', phone: '024 3943 5602', email: '' });
      expectNamed((await mine.get('/dau-moi')).text, COLLEAGUE);
    });
  });
});
