import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { narrateLine, narrateText, TEXT_HELPERS } from '../../../src/domain/narration/narrate.ts';
import { HELPERS } from '../../../src/domain/narration/signatures.ts';
import { printed, tinyBook } from '../tiny-facts.ts';

describe('the language of texts', () => {
  it('every helper has a signature, and every signature a helper', () => {
    expect(Object.keys(TEXT_HELPERS).sort()).to.deep.equal(Object.keys(HELPERS).sort());
  });

  for (const [name, { example, block }] of Object.entries(HELPERS))
    it(`the example of ${name} uses it as its signature says`, () => {
      expect(example).to.include(`{{${block ? '#' : ''}${name}`);
    });

  // Each option of each helper is used by a test of this folder.
  const tests = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('signatures'))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
    .join('\n');
  for (const [name, { options }] of Object.entries(HELPERS))
    it(`the tests use every option of ${name}`, () => {
      const calls = [...tests.matchAll(new RegExp(`\\{\\{#?${name}[ }][^}]*`, 'g'))].map(([call]) => call);
      const unused = Object.keys(options).filter(
        (option) => !calls.some((call) => call.includes(` ${option}=`)),
      );
      expect(unused).to.deep.equal([]);
    });

  for (const source of [
    '{{#if "a"}}x{{/if}}',
    '{{#each "a"}}x{{/each}}',
    '{{lookup a b}}',
    '{{khong-co "a"}}',
    '{{ten}}',
  ])
    it(`knows nothing but its helpers: ${source}`, () => {
      expect(() => printed(source)).to.throw();
    });

  it('narrates a line of report.yaml', () => {
    const runs = narrateLine(tinyBook(), 'Tình hình {{periodName}}');
    expect(runs).to.deep.equal([
      { kind: 'text', text: 'Tình hình ' },
      { kind: 'date', text: 'tháng 10 năm 2024' },
    ]);
  });

  it('refuses a text that the definition does not have', () => {
    expect(() => narrateText(tinyBook(), 'khong-co.hbs')).to.throw(RangeError, 'khong-co.hbs');
  });
});
