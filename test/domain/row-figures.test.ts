import { expect } from 'chai';
import type { RowCondition } from '../../src/domain/definition.ts';
import { sheetsOf } from '../../src/domain/figure-sheets/lay-sheets.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import { aboutOf, fieldAbout, figuresAbout } from '../../src/domain/row-figures.ts';
import type { Revision, Row } from '../../src/domain/submission.ts';
import { column, indicator } from './tiny-facts.ts';

const ROWS: readonly Row[] = [
  { tinh: 'ha-noi', loai: 'moi', so: '10' },
  { tinh: 'ca-mau', loai: 'cu', so: '2.5' },
  { tinh: 'ha-noi', loai: 'cu', so: '5' },
];
const FORM = {
  id: 'YT-2',
  title: '',
  body: 'bo-y-te',
  sections: [],
  tables: [
    {
      id: 'tram',
      title: '',
      columns: [column('tinh', { type: 'body', roster: 'tinh' }), column('loai'), column('so')],
    },
  ],
};
const revision: Revision = {
  id: '2024-10/YT-2/bo-y-te/3',
  period: '2024-10',
  form: 'YT-2',
  entity: 'bo-y-te',
  number: 3,
  receivedAt: '',
  hash: '',
  cells: {},
  tables: { tram: ROWS },
};
const figures = (where: readonly RowCondition[], more: { sum?: string } = { sum: 'so' }): readonly string[] =>
  figuresOf(revision, FORM, {
    'so-tram': indicator('so-tram', { rows: { table: 'tram', where, body: 'tinh', ...more } }),
  }).map(({ field, entity, value }) => `${entity} ${field} ${value}`);

describe('figures that rows give about other bodies', () => {
  it('are sums for each body, kept with who sent them', () => {
    expect(figures([])).to.deep.equal(['bo-y-te so-tram/ha-noi 15', 'bo-y-te so-tram/ca-mau 2.5']);
    expect(figures([{ column: 'loai', is: 'cu' }])).to.deep.equal([
      'bo-y-te so-tram/ca-mau 2.5',
      'bo-y-te so-tram/ha-noi 5',
    ]);
  });

  it('are none of counted rows, and of rows of certain days', () => {
    expect(figures([], {})).to.deep.equal([]);
    expect(figures([{ column: 'loai', above: '@start' }])).to.deep.equal([]);
  });

  it('are found by the body that they are about', () => {
    const figure = (sender: string, body: string, value: string) => ({
      indicator: 'so-tram',
      period: '2024-10',
      entity: sender,
      value,
      revision: `2024-10/YT-2/${sender}/3`,
      form: 'YT-2',
      field: fieldAbout('so-tram', body),
    });
    const sheets = sheetsOf([
      figure('bo-y-te', 'ha-noi', '15'),
      figure('bo-y-te', 'ca-mau', '2.5'),
      figure('bo-cong-an', 'ca-mau', '7'),
    ]);
    const about = figuresAbout(
      sheets.flatMap((sheet) => sheet.columns.map((one) => ({ sheet, column: one }))),
    );
    expect(about.get('ha-noi')).to.deep.include({
      entity: 'bo-y-te',
      value: '15',
      revision: '2024-10/YT-2/bo-y-te/3',
    });
    // Which of two senders is right, nobody said.
    expect(about.get('ca-mau')).to.equal(undefined);
    expect(about.get('bo-y-te')).to.equal(undefined);
  });

  it('have names that no field has', () => {
    expect(aboutOf('so-tram')).to.equal(undefined);
    expect(aboutOf('so-tram/ha-noi')).to.deep.equal({ indicator: 'so-tram', body: 'ha-noi' });
  });
});
