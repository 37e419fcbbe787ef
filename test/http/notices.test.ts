/** Addresses that name what every object has: a notice is shown only for words of ours. */
import { expect } from 'chai';
import { forEachDatabase } from '../databases.ts';
import { BASE, openPapers, type Papers } from './papers.ts';

describe('a notice that nobody gave', () => {
  forEachDatabase((_name, open) => {
    let papers: Papers;
    before(async () => {
      papers = await openPapers(await open());
    });
    after(() => papers.stop());

    for (const path of ['', '/cong-van', '/excel', '/kiem-tra', '/phien-ban'])
      it(`is not shown at ${BASE}${path}`, async () => {
        const visitor = await papers.as('clerk');
        for (const name of ['toString', 'constructor', '__proto__', 'valueOf']) {
          const { status, text } = await visitor.get(`${BASE}${path}?${name}`);
          expect(status, name).to.equal(200);
          expect(text, name).not.to.match(/\[object|native code/);
        }
      });
  });
});
