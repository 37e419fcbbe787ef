/** The guide for staff names what stands on the pages, and shows pictures that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const ROOT = join(import.meta.dirname, '..', '..');
const GUIDE = join(ROOT, 'docs', 'huong-dan');
/** Where the words of pages are. */
const WORDS = ['templates/pages', 'src/http'];

function textsBelow(folder: string): string {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(hbs|ts|js)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('the guide for staff', () => {
  const words = WORDS.map(textsBelow).join('\n');
  for (const file of readdirSync(GUIDE)) {
    const text = readFileSync(join(GUIDE, file), 'utf8');

    it(`${file} names buttons and pages as they are`, () => {
      const named = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) =>
        name.replaceAll(/\s+/g, ' '),
      );
      expect(named).to.have.length.above(2);
      expect(named.filter((name) => !words.includes(name))).to.deep.equal([]);
    });

    it(`${file} leads to what there is`, () => {
      const places = [...text.matchAll(/(?:src="|\]\()([^")]+)[")]/g)].map(([, place = '']) => place);
      expect(places).to.have.length.above(1);
      expect(places.filter((place) => !existsSync(join(GUIDE, place)))).to.deep.equal([]);
    });
  }
});
