import { expect } from 'chai';
import { columnAt, formatProblem, formatProblems, quoted } from '../../../src/domain/intake/file-problem.ts';

const PROBLEM = { file: 'F-TINH.csv', found: '«x»', expected: 'một số' };

describe('columnAt', () => {
  for (const [index, letter] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ] as const)
    it(`calls column ${index} ${letter}`, () => {
      expect(columnAt(index, '')).to.deep.equal({ letter });
    });
});

describe('quoted', () => {
  it('shows a text on one line and at most sixty characters of it', () => {
    expect(quoted(' a\n b ')).to.equal('«a b»');
    expect(quoted(' \u00a0')).to.equal('ô trống');
    expect(quoted('x'.repeat(60))).to.equal(`«${'x'.repeat(60)}»`);
    expect(quoted('🙂'.repeat(5000))).to.equal(`«${'🙂'.repeat(60)}…»`);
  });
});

describe('formatProblem', () => {
  it('names what is known of the place', () => {
    expect(formatProblem(PROBLEM)).to.equal('F-TINH.csv: tìm thấy «x», cần một số');
    expect(formatProblem({ ...PROBLEM, row: 12 })).to.equal('F-TINH.csv, dòng 12: tìm thấy «x», cần một số');
    expect(formatProblem({ ...PROBLEM, row: 12, column: columnAt(3, 'tong-ho-so') })).to.equal(
      'F-TINH.csv, dòng 12, cột D (tong-ho-so): tìm thấy «x», cần một số',
    );
  });
});

describe('formatProblems', () => {
  it('counts only what it does not list', () => {
    expect(formatProblems([])).to.equal('');
    expect(formatProblems(Array.from({ length: 200 }, () => PROBLEM)).split('\n')).to.have.length(200);
    expect(formatProblems(Array.from({ length: 201 }, () => PROBLEM))).to.match(/\nvà còn 1 lỗi khác$/);
  });
});
