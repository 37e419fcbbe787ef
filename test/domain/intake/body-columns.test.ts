/** A column of a table that names bodies: read by any of their codes or names, checked, and printed by their name. */
import { expect } from 'chai';
import type { Form } from '../../../src/domain/definition.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import { formatProblems } from '../../../src/domain/intake/file-problem.ts';
import { readTable } from '../../../src/domain/intake/read-table.ts';
import { checkAnswers } from '../../../src/domain/validation/check-answers.ts';
import { withFields } from '../checks/found.ts';
import { column, ENTITIES, printed, tinyDefinition, tinyFacts, type Tiny } from '../tiny-facts.ts';

const OLD: Entity = {
  id: 'kien-giang',
  kind: 'tinh',
  name: 'tỉnh Kiên Giang',
  shortName: 'Kiên Giang',
  codes: ['91'],
  aliases: [],
  successors: ['an-giang'],
  validTo: '2024-06-30',
};
const FORM: Form = {
  id: 'YT-2',
  title: 'Trạm theo tỉnh',
  body: 'bo-y-te',
  sections: [],
  tables: [
    {
      id: 'tram-tinh',
      title: 'Trạm theo tỉnh',
      columns: [
        column('tinh', { label: 'Địa phương', type: 'body', roster: 'tinh' }),
        column('so-tram', { label: 'Số trạm', type: 'number' }),
      ],
    },
  ],
};
const entities = [
  ...ENTITIES.map((one) => (one.id === 'ha-noi' ? { ...one, codes: ['H26'], aliases: ['TP. Hà Nội'] } : one)),
  OLD,
];
const world: Tiny = { definition: { entities, forms: withFields('F-BO', [], FORM) } };

function read(text: string): string {
  const definition = tinyDefinition(world);
  const [table] = FORM.tables;
  if (!table) throw new Error('the form has a table');
  const reading = readTable({
    definition,
    period: '2024-10',
    form: FORM,
    members: tinyFacts(world).members,
    table,
    sheet: {
      file: 'YT-2.tram-tinh.csv',
      header: ['entity', 'tinh', 'so-tram'],
      records: [{ row: 2, values: ['bo-y-te', text, '5'] }],
    },
  });
  return reading.ok
    ? (reading.rows[0]?.values['tinh'] ?? '')
    : (formatProblems(reading.problems).split('cần ')[1] ?? '');
}

describe('a column of bodies', () => {
  const cases: readonly [typed: string, read: string][] = [
    ['ha-noi', 'ha-noi'],
    ['h26', 'ha-noi'],
    ['tp. hà nội', 'ha-noi'],
    ['Tỉnh An Giang', 'an-giang'],
    ['Cà Mâu', 'tên hoặc mã của một đơn vị thuộc danh sách của cột này; có phải tỉnh Cà Mau (ca-mau)?'],
    [
      'Kiên Giang',
      'một đơn vị thuộc danh sách của cột này; tỉnh Kiên Giang (kien-giang) trong kỳ này là tỉnh An Giang (an-giang)',
    ],
    ['Bộ Y tế', 'một đơn vị thuộc danh sách của cột này; Bộ Y tế (bo-y-te) không thuộc danh sách'],
    ['', 'Địa phương'],
  ];
  for (const [typed, expected] of cases)
    it(`«${typed}»: ${expected}`, () => expect(read(typed)).to.equal(expected));

  it('is answered by an id', () => {
    const answers = (tinh: string) => ({ cells: {}, tables: { 'tram-tinh': [{ tinh, 'so-tram': '5' }] } });
    const definition = tinyDefinition(world);
    expect(checkAnswers(FORM, definition, answers('ha-noi'))).to.deep.equal([]);
    expect(checkAnswers(FORM, definition, answers('Hà Nội'))).to.deep.equal([
      { table: 'tram-tinh', row: 1, column: 'tinh', found: 'Hà Nội', expected: 'mã của một đơn vị' },
    ]);
  });

  it('prints the body’s name', () => {
    const text = 'gồm {{#rows "tram-tinh" order="-so-tram"}}{{cell "tinh"}} {{cell "so-tram"}}{{/rows}}';
    const rows = {
      'YT-2/bo-y-te': {
        'tram-tinh': [
          { tinh: 'ha-noi', 'so-tram': '11' },
          { tinh: 'ca-mau', 'so-tram': '40' },
        ],
      },
    };
    expect(printed(text, { ...world, rows, answers: { 'YT-2': { 'bo-y-te': {} } } })).to.equal(
      'Gồm Cà Mau 40; Hà Nội 11',
    );
  });
});
