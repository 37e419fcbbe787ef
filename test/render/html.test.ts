import { expect } from 'chai';
import type { Paragraph, Runs } from '../../src/domain/model/report-model.ts';
import { renderHtml } from '../../src/render/html.ts';
import { withoutLedger } from '../../src/render/runs.ts';
import { draftModel, sampleModel } from './fixture.ts';

function withRuns(runs: Runs): string {
  const paragraph: Paragraph = { kind: 'paragraph', id: 'only', style: 'body', runs };
  const html = renderHtml({ ...sampleModel(), blocks: [paragraph], annexes: [] });
  return /<p id="only" class="body">(.*?)<\/p>/s.exec(html)?.[1] ?? '';
}

function paragraphHtml(paragraph: Omit<Paragraph, 'kind' | 'id'>): string {
  const blocks: readonly Paragraph[] = [{ kind: 'paragraph', id: 'only', ...paragraph }];
  const html = renderHtml({ ...sampleModel(), blocks, annexes: [] });
  return /<p id="only".*?<\/p>/s.exec(html)?.[0] ?? '';
}

describe('render/html', () => {
  it('prints a lead in bold, and items within items', () => {
    const runs: Runs = [
      { kind: 'text', text: 'Về ' },
      { kind: 'name', text: '5G:' },
      { kind: 'text', text: ' phủ sóng.' },
    ];
    expect(paragraphHtml({ style: 'item', lead: 2, runs })).to.equal(
      '<p id="only" class="item">- <b>Về 5G:</b> phủ sóng.</p>',
    );
    expect(paragraphHtml({ style: 'subitem', runs })).to.equal(
      '<p id="only" class="subitem">+ Về 5G: phủ sóng.</p>',
    );
  });

  const runs: readonly (readonly [name: string, runs: Runs, html: string])[] = [
    ['text', [{ kind: 'text', text: 'Đạt ' }], 'Đạt '],
    ['a figure', [{ kind: 'figure', text: '1.234', ledger: 'f/1' }], '<span data-ledger="f/1">1.234</span>'],
    [
      'quoted words',
      [{ kind: 'quoted', text: 'ý kiến', ledger: 'cell' }],
      '<span data-ledger="cell">ý kiến</span>',
    ],
    [
      'a missing value',
      [{ kind: 'missing', text: '[chưa có]', ledger: 'm' }],
      '<span class="missing" data-ledger="m">[chưa có]</span>',
    ],
    [
      'a missing value without entry',
      [{ kind: 'missing', text: '[chưa có]' }],
      '<span class="missing">[chưa có]</span>',
    ],
    [
      'a citation',
      [{ kind: 'citation', text: 'Nghị định số 30/2020/NĐ-CP' }],
      'Nghị định số <span class="unbroken">30/2020/NĐ-CP</span>',
    ],
    ['a date', [{ kind: 'date', text: '05/11/2024' }], '05/11/2024'],
    [
      'a figure with the word of its size on one line',
      [{ kind: 'figure', text: 'hơn 11,6 triệu', ledger: 'f/1' }],
      '<span class="unbroken" data-ledger="f/1">hơn 11,6 triệu</span>',
    ],
    [
      'the number of an annex on one line',
      [{ kind: 'numbering', text: 'Phụ lục IV' }],
      '<span class="unbroken">Phụ lục IV</span>',
    ],
    [
      'months, units and hyphened words on one line',
      [{ kind: 'text', text: 'e-Cabinet (văn bản), tháng 9/2024; kinh tế - xã hội (từ đầu năm)' }],
      '<span class="unbroken">e-Cabinet</span> <span class="unbroken">(văn bản)</span>, ' +
        '<span class="unbroken">tháng 9/2024</span>; kinh tế - xã hội (từ đầu năm)',
    ],
    [
      'hostile text',
      [
        { kind: 'text', text: `<script>alert("1")</script>&'{{title}}` },
        { kind: 'figure', text: '<b>', ledger: '"><img src=x>' },
      ],
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;{{title}}' +
        '<span data-ledger="&quot;&gt;&lt;img src=x&gt;">&lt;b&gt;</span>',
    ],
  ];
  for (const [name, given, html] of runs)
    it(`prints ${name}`, () => {
      expect(withRuns(given)).to.equal(html);
    });

  it('puts the ledger id of a cell that is one figure on the cell', () => {
    const html = renderHtml(sampleModel());
    expect(html).to.contain('<td class="right" data-ledger="l-79.731.000">79.731.000</td>');
  });

  it('is printed without the ids of the ledger, every text and other mark kept', () => {
    const html = renderHtml(draftModel());
    const printed = withoutLedger(html);
    expect(printed).to.not.contain('data-ledger');
    const words = (document: string): string => document.replaceAll(/<[^>]*>/g, '');
    expect(words(printed)).to.equal(words(html));
    const marks = (document: string): number => document.split('class="missing"').length;
    expect(marks(printed)).to.equal(marks(html));
    const spoken = '<p>&lt;span data-ledger=&quot;a&quot;&gt;x&lt;/span&gt;</p>';
    expect(withoutLedger(spoken)).to.equal(spoken);
  });

  it('escapes every field of the model that is plain text', () => {
    const evil = '<i>&"';
    const model = sampleModel();
    const html = renderHtml({
      ...model,
      title: evil,
      letterhead: { ...model.letterhead, parent: evil, agency: evil, type: evil, addressees: [evil, evil] },
      closing: { ...model.closing, authority: [evil], signer: evil },
      annexes: model.annexes.map((annex) => ({ ...annex, id: evil })),
      blocks: model.blocks.map((block) =>
        block.kind === 'chart'
          ? { ...block, id: evil, unit: evil, description: evil }
          : { ...block, id: evil },
      ),
    });
    expect(html).to.not.contain('<i>');
    expect(html).to.not.contain('&"');
  });

  it('is Vietnamese, with headings in order and headers of columns', () => {
    const html = renderHtml(sampleModel());
    expect(html).to.match(/^<!DOCTYPE html>\n<html lang="vi">/);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.slice(0, 6)).to.deep.equal([1, 2, 3, 4, 4, 3]);
    for (const [index, level] of levels.slice(1).entries())
      expect(level - (levels[index] ?? 0)).to.be.at.most(1);
    expect(html).to.contain('<th scope="col">Loại văn bản</th>');
    expect(html).to.contain('<th scope="rowgroup" colspan="4">');
  });

  it('is the same text for the same model, and runs and fetches nothing', () => {
    const html = renderHtml(draftModel());
    expect(renderHtml(draftModel())).to.equal(html);
    expect(html).to.not.match(/<script|https?:|url\((?!#)/);
    expect(html).to.contain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('ends lists of addressees and recipients as Decree 30 wants', () => {
    const html = renderHtml(sampleModel());
    expect(html).to.contain('<li>- Thủ tướng Chính phủ;</li>');
    expect(html).to.contain('<li>- Các Phó Thủ tướng Chính phủ.</li>');
    expect(html).to.contain('bản).</li>');
    expect(renderHtml(draftModel())).to.contain('Kính gửi: Thủ tướng Chính phủ</p>');
  });

  it('prints neither addressees nor parent where there are none', () => {
    const model = sampleModel();
    const html = renderHtml({ ...model, letterhead: { ...model.letterhead, parent: null, addressees: [] } });
    expect(html).to.not.contain('Kính gửi');
    expect(html).to.not.contain('class="parent');
  });
});
