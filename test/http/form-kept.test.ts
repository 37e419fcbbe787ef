/** A form that is sent when the session has just ended: kept for its person alone, shown after signing in, forgotten when saved. */
import { expect } from 'chai';
import { formToken } from '../../src/http/middleware/csrf.ts';
import { readForm } from '../../src/workflow/collecting/read-form.ts';
import { forEachDatabase } from '../databases.ts';
import { clerk, KEY } from '../workflow/collecting/place.ts';
import { BASE, openPapers, type Papers } from './papers.ts';
import type { Answered, Visitor } from './site.ts';

const NOTHING_SHOWN = JSON.stringify({ cells: {}, tables: {} });
const SENT = { goc: NOTHING_SHOWN, 'o.ho-so.text': '777', 'd.van-ban.moi.so': '05/CV' };
/** Sent from a page that was opened while the session lasted. */
const sendOld = (visitor: Visitor, fields: Readonly<Record<string, string>> = SENT): Promise<Answered> =>
  visitor.post(BASE, { _csrf: formToken(visitor.cookies.get('phien') ?? ''), ...fields });
const LATER = '2024-10-21T08:45';

describe('a form sent when the session has just ended', () => {
  forEachDatabase((_name, open) => {
    let papers: Papers;
    beforeEach(async () => {
      papers = await openPapers(await open());
    });
    afterEach(() => papers.stop());

    const typed = async (): Promise<string | undefined> => {
      const { sections } = await readForm(papers.place.workplace, clerk, KEY);
      return sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'ho-so')?.input.text;
    };

    it('is kept for the person, and is theirs to save', async () => {
      const visitor = await papers.as('clerk');
      papers.place.at(LATER);
      const { status, to } = await sendOld(visitor);
      expect([status, to]).to.deep.equal([303, `/dang-nhap?tiep=${encodeURIComponent(`${BASE}?sua`)}`]);
      expect(await typed()).to.equal(undefined);
      expect((await (await papers.as('colleague')).get(BASE)).text).not.to.contain('777');

      const again = await papers.as('clerk');
      const page = await again.get(BASE);
      expect(page.text).to.contain('đã được khôi phục').and.to.contain('value="777"').and.to.contain('05/CV');
      expect(await typed()).to.equal(undefined);
      expect((await again.post(BASE, SENT)).status).to.equal(303);
      expect(await typed()).to.equal('777');
      expect((await again.get(BASE)).text).not.to.contain('đã được khôi phục');
    });

    it('is not kept for a day and longer, nor from a page that is not ours', async () => {
      const visitor = await papers.as('clerk');
      papers.place.at(LATER);
      const forged = await sendOld(visitor, { ...SENT, _csrf: 'x' });
      expect(forged.to).to.equal('/dang-nhap');
      expect((await (await papers.as('clerk')).get(BASE)).text).not.to.contain('777');
      await sendOld(visitor);
      papers.place.at('2024-10-22T08:46');
      expect((await (await papers.as('clerk')).get(BASE)).text).not.to.contain('777');
      expect((await sendOld(visitor)).to, 'nobody knows whose session it was').to.equal('/dang-nhap');
    });

    it('is given up when it cannot be read', async () => {
      const visitor = await papers.as('clerk');
      papers.place.at(LATER);
      await sendOld(visitor, { ...SENT, goc: 'không phải JSON' });
      const again = await papers.as('clerk');
      expect((await again.get(BASE)).status).to.equal(200);
    });
  });
});
