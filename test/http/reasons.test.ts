/** What is unusual goes with its reason from the clerk to the approver and to the department, who reads both before it decides. */
import { expect } from 'chai';
import { approveForm } from '../../src/workflow/collecting/approve-form.ts';
import { checkForm } from '../../src/workflow/collecting/check-form.ts';
import { acceptForm } from '../../src/workflow/collecting/compiler-acts.ts';
import { sendForm } from '../../src/workflow/collecting/send-form.ts';
import { forEachDatabase } from '../databases.ts';
import { approver, BODY, clerk, compiler, KEY, NAMED } from '../workflow/collecting/place.ts';
import { BASE, openPapers, type Papers } from './papers.ts';

const REASON = 'Tính cả hồ sơ của năm <trước>';
const SHOWN = 'Lý do: Tính cả hồ sơ của năm &lt;trước&gt;';
const PAPER = `/theo-doi/${KEY.report}/${KEY.period}/${KEY.form}/${BODY}`;

describe('the reason of an unusual value', () => {
  forEachDatabase((_name, open) => {
    let papers: Papers;
    before(async () => {
      papers = await openPapers(await open());
    });
    after(() => papers.stop());

    it('is read by the approver, then by the department, before either decides', async () => {
      const { workplace } = papers.place;
      await papers.fillOut({ 'ho-so': { text: '9.000.120' } });
      const { issues, version } = await checkForm(workplace, clerk, KEY);
      const unusual = issues.filter(({ kind }) => kind === 'unusual');
      expect(unusual).to.have.length(1);
      const sent = await sendForm(workplace, clerk, KEY, {
        token: 'ly-do-0001',
        seen: version,
        reasons: unusual.map(({ id }) => ({ issue: id, reason: REASON })),
      });
      expect(sent.outcome).to.equal('sent');
      const [chief, desk] = [await papers.as('approver'), await papers.as('compiler')];
      expect((await chief.get(`${BASE}/duyet`)).text)
        .to.contain('cao khác thường')
        .and.to.contain(SHOWN);
      expect((await desk.get(PAPER)).text, 'not the department’s yet').not.to.contain('khác thường');

      await approveForm(workplace, approver, KEY, { revision: 1 });
      const submitted = (await desk.get(PAPER)).text;
      expect(submitted).to.contain('Số liệu bất thường và lý do').and.to.contain(SHOWN);

      await acceptForm(workplace, compiler, NAMED, { revision: 1 });
      const accepted = (await desk.get(PAPER)).text;
      expect(accepted).to.contain('Bất thường, đã có lý do').and.to.contain('năm &lt;trước&gt;');
      expect(accepted).not.to.contain('Số liệu bất thường và lý do');
    });
  });
});
