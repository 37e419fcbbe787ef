import { expect } from 'chai';
import {
  figuresIn,
  joinValues,
  OUTSIDE,
  splitValues,
  type EarlierFigure,
  type FigureSheet,
} from '../../../src/domain/figure-sheets/sheet.ts';
import { figuresOfBodies } from '../../../src/domain/figure-sheets/read-columns.ts';
import { sheetsOf, withFigure } from '../../../src/domain/figure-sheets/lay-sheets.ts';

/** "ho-so 2024-09 F-TINH ha-noi/2 = 5": indicator (and field), period, form, body and revision, value. */
function figuresFrom(...lines: readonly string[]): readonly EarlierFigure[] {
  return lines.map((line) => {
    const [indicator = '', period = '', form = '', revision = '', , value = ''] = line.split(' ');
    const [entity = '', number = ''] = revision.split('/');
    const id = `${period}/${form}/${entity}/${number}`;
    return { indicator, period, entity, value, revision: id, form, field: indicator };
  });
}

const FIGURES = figuresFrom(
  'ho-so 2024-09 F-TINH ha-noi/2 = 5',
  'ho-so 2024-09 F-TINH an-giang/1 = -7.25',
  'ke-hoach 2024-09 F-TINH an-giang/1 = yes',
  'ho-so 2024-10 F-TINH an-giang/1 = 8',
  'ho-so 2024-10 F-BO bo-y-te/3 = 9007199254740993',
);

const SHEETS: readonly FigureSheet[] = [
  {
    period: '2024-09',
    form: 'F-TINH',
    bodies: ['ha-noi', 'an-giang'],
    revisions: [2, 1],
    columns: [
      { field: 'ho-so', indicator: 'ho-so', values: '5,-7.25' },
      { field: 'ke-hoach', indicator: 'ke-hoach', values: ',yes' },
    ],
  },
  {
    period: '2024-10',
    form: 'F-TINH',
    bodies: ['an-giang'],
    revisions: [1],
    columns: [{ field: 'ho-so', indicator: 'ho-so', values: '8' }],
  },
  {
    period: '2024-10',
    form: 'F-BO',
    bodies: ['bo-y-te'],
    revisions: [3],
    columns: [{ field: 'ho-so', indicator: 'ho-so', values: '9007199254740993' }],
  },
];

describe('sheets of figures', () => {
  it('hold a line per body and a column per field', () => {
    expect(sheetsOf(FIGURES)).to.deep.equal(SHEETS);
    expect([...figuresIn(SHEETS)]).to.deep.equal(FIGURES);
    expect(sheetsOf([])).to.deep.equal([]);
  });

  it('keep who answered that a question does not apply, which is no figure', () => {
    const sheets = sheetsOf(
      figuresFrom('ho-so 2024-09 F-BO bo-y-te/1 = 3', `ho-so 2024-09 F-BO thanh-tra/1 = ${OUTSIDE}`),
    );
    const lookUp = (known: readonly FigureSheet[]): unknown => {
      const figures = figuresOfBodies(
        known.flatMap((sheet) => sheet.columns.map((column) => ({ sheet, column }))),
      );
      const bodies = ['bo-y-te', 'thanh-tra', 'bo-cong-an'];
      return bodies.map((body) => [figures.get(body)?.value, figures.isOutside(body)]);
    };
    expect([...figuresIn(sheets)].map(({ entity }) => entity)).to.deep.equal(['bo-y-te']);
    const answers = [
      ['3', false],
      [undefined, true],
      [undefined, false],
    ];
    expect(lookUp(sheets)).to.deep.equal(answers);
    // A correction to another body's figure leaves the answer as it is.
    const [corrected] = figuresFrom('ho-so 2024-09 F-BO bo-y-te/1 = 4');
    const place = { period: '2024-09', form: 'F-BO', entity: 'bo-y-te', field: 'ho-so' };
    expect(lookUp(withFigure(sheets, place, corrected))).to.deep.equal([['4', false], ...answers.slice(1)]);
  });

  it('give the figure of a body, of several forms that of the last which has one', () => {
    const [, tinh, bo] = SHEETS;
    const columns = [tinh, bo].flatMap((sheet) =>
      sheet ? sheet.columns.map((column) => ({ sheet, column })) : [],
    );
    const figures = figuresOfBodies(columns);
    expect(figures.get('an-giang')).to.deep.equal(FIGURES[3]);
    expect(figures.get('bo-y-te')).to.deep.equal(FIGURES[4]);
    expect(figures.get('ha-noi')).to.equal(undefined);
    const twice = sheetsOf(figuresFrom('ho-so 2024-10 A x/1 = 1', 'ho-so 2024-10 B x/1 = 2'));
    const both = twice.flatMap((sheet) => sheet.columns.map((column) => ({ sheet, column })));
    expect(figuresOfBodies(both).get('x')?.value).to.equal('2');
  });

  it('have no figure where nothing stands between two commas', () => {
    const [september] = SHEETS;
    const column = september?.columns[1];
    const figures = figuresOfBodies(september && column ? [{ sheet: september, column }] : []);
    expect(figures.get('ha-noi')).to.equal(undefined);
    expect(figures.get('an-giang')?.value).to.equal('yes');
  });

  it('take no value with a comma', () => {
    expect(splitValues(joinValues(['1', '', 'yes']))).to.deep.equal(['1', '', 'yes']);
    expect(() => joinValues(['1,5'])).to.throw(RangeError);
  });

  for (const [what, line, expected] of [
    ['another value', 'ho-so 2024-09 F-TINH ha-noi/3 = 6', '6,-7.25'],
    ['a value where there was none', 'ke-hoach 2024-09 F-TINH ha-noi/3 = no', 'no,yes'],
    ['a body that was not there', 'ho-so 2024-09 F-TINH hue/1 = 4', '5,-7.25,4'],
  ] as const)
    it(`can be given ${what}`, () => {
      const [figure] = figuresFrom(line);
      const place = figure ?? { period: '', form: '', entity: '', field: '' };
      const [sheet, ...others] = withFigure(SHEETS, place, figure);
      expect(others).to.deep.equal(SHEETS.slice(1));
      const changed = [...figuresIn(sheet ? [sheet] : [])];
      const values = expected.split(',');
      const own = changed.filter(({ field }) => field === figure?.field);
      expect(own.map(({ value }) => value).toSorted()).to.deep.equal(values.toSorted());
      expect(own.find(({ entity }) => entity === figure?.entity)?.value).to.equal(figure?.value);
      expect(own.find(({ entity }) => entity === 'ha-noi')?.revision ?? '2024-09/F-TINH/ha-noi/2').to.equal(
        '2024-09/F-TINH/ha-noi/2',
      );
    });

  it('can lose a figure, and get a sheet that they did not have', () => {
    const place = { period: '2024-09', form: 'F-TINH', entity: 'ha-noi', field: 'ho-so' };
    expect([...figuresIn(withFigure(SHEETS, place, undefined))]).to.have.deep.members(FIGURES.slice(1));
    const added = figuresFrom('ho-so 2024-11 F-TINH ha-noi/1 = 3');
    const [figure] = added;
    if (figure) expect(withFigure(SHEETS, figure, figure)).to.deep.equal([...SHEETS, ...sheetsOf(added)]);
  });
});
