/** Files of forms whose answers stand: what may be left out, and how a register says that it is empty. */
import { expect } from 'chai';
import { formatProblems } from '../../../src/domain/intake/file-problem.ts';
import { readForm } from '../../../src/domain/intake/read-form.ts';
import { readTable } from '../../../src/domain/intake/read-table.ts';
import type { Sheet } from '../../../src/domain/intake/sheet.ts';
import { definitionWith, FORM } from '../standing/standing-facts.ts';

const CONTEXT = {
  definition: definitionWith(),
  period: '2024-10',
  form: FORM,
  members: { tinh: ['ha-noi', 'an-giang', 'ca-mau'] },
};
const [REGISTER, EVENTS] = FORM.tables;

function sheet(file: string, ...lines: readonly string[]): Sheet {
  const [header = [], ...records] = lines.map((line) => line.split(','));
  return { file, header, records: records.map((values, index) => ({ row: index + 2, values })) };
}

describe('a form whose answers stand', () => {
  it('may leave their columns out: nothing is said, and nothing is made of it', () => {
    const reading = readForm({ ...CONTEXT, sheet: sheet('F.csv', 'entity,phat-sinh', 'an-giang,5') });
    expect(reading).to.deep.equal({
      ok: true,
      rows: [{ entity: 'an-giang', row: 2, cells: { 'phat-sinh': { state: 'value', value: '5' } } }],
    });
  });

  it('may not leave out what is asked in every period', () => {
    const reading = readForm({ ...CONTEXT, sheet: sheet('F.csv', 'entity,tram', 'an-giang,5') });
    expect(reading.ok ? '' : formatProblems(reading.problems)).to.equal(
      'F.csv, dòng 1: tìm thấy dòng tiêu đề không có «phat-sinh», cần cột «phat-sinh» (Ô phat-sinh)',
    );
  });
});

describe('a register that stands', () => {
  const cases: readonly (readonly [
    about: string,
    standing: boolean,
    lines: readonly string[],
    expected: string,
  ])[] = [
    [
      'says in words that it is empty',
      true,
      ['an-giang,Không phát sinh.,', 'ca-mau,A,'],
      'rows ca-mau; none an-giang@2',
    ],
    [
      'may have a title in those words with more beside it',
      true,
      ['an-giang,không phát sinh,x'],
      'rows an-giang; none ',
    ],
    [
      'is not empty when it has rows',
      true,
      ['an-giang,A,', 'an-giang,không phát sinh,'],
      'F.csv, dòng 3, cột B (ten): tìm thấy «không phát sinh», cần chỉ dòng này của đơn vị, hoặc chỉ các dòng có nội dung',
    ],
    [
      'is the only table of which that is asked',
      false,
      ['an-giang,không phát sinh,'],
      'rows an-giang; none ',
    ],
  ];
  for (const [about, standing, lines, expected] of cases)
    it(about, () => {
      const base = standing ? REGISTER : EVENTS;
      const [column] = base?.columns ?? [];
      if (!base || !column) throw new Error('the form has no such table');
      const table = {
        ...base,
        columns: [column, { ...column, id: 'ghi-chu', label: 'Ghi chú', optional: true }],
      };
      const reading = readTable({ ...CONTEXT, table, sheet: sheet('F.csv', 'entity,ten,ghi-chu', ...lines) });
      expect(
        reading.ok
          ? `rows ${reading.rows.map(({ entity }) => entity).join()}; none ${reading.none.map(({ entity, row }) => `${entity}@${row}`).join()}`
          : formatProblems(reading.problems),
      ).to.equal(expected);
    });
});
