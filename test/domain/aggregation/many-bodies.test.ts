/** A report of six hundred communes: the values are those of the cells, and the ledger names fields, not each cell. */
import { expect } from 'chai';
import { createBook, type Book } from '../../../src/domain/aggregation/book.ts';
import type { Entity } from '../../../src/domain/entity.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { OUTSIDE } from '../../../src/domain/figure-sheets/sheet.ts';
import type { Cell } from '../../../src/domain/submission.ts';
import { sourcesOf } from '../../../src/domain/checks/sources.ts';
import { earlier, tinyFacts, valueOf } from '../tiny-facts.ts';

const COMMUNES = Array.from({ length: 600 }, (_, index) => `xa-${index}`);
const EAST = COMMUNES.slice(0, 5);

/** Every commune has its own number, 0 … 599, in each month, and a plan when the number is even. */
function bookOf(
  change: {
    readonly answers?: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
    readonly without?: string;
    readonly values?: Readonly<Record<string, string>>;
  } = {},
): Book {
  const facts = tinyFacts();
  const entities = COMMUNES.map((id): Entity => ({
    id,
    kind: 'tinh',
    name: `xã ${id}`,
    shortName: id,
    codes: [],
    aliases: [],
    successors: [],
  }));
  const numbers = Object.fromEntries(COMMUNES.map((id, index) => [id, String(index)]));
  const { [change.without ?? '']: _left, ...reported } = { ...numbers, ...change.values };
  const plans = Object.fromEntries(COMMUNES.map((id, index) => [id, index % 2 === 0 ? 'yes' : 'no']));
  const definition = {
    ...facts.definition,
    entities,
    rosters: [
      { id: 'tinh', label: 'xã', kinds: ['tinh'] as const },
      { id: 'bo', label: 'bộ', bodies: [] },
      { id: 'dong', label: 'xã phía đông', bodies: EAST },
    ],
  };
  const large: Facts = {
    ...facts,
    definition,
    members: { tinh: COMMUNES, bo: [], dong: EAST },
    submissions: COMMUNES.map((entity, index) => ({
      state: 'accepted',
      revision: {
        id: `2024-10/F-TINH/${entity}/1`,
        period: '2024-10',
        form: 'F-TINH',
        entity,
        number: 1,
        receivedAt: '2024-10-31T16:00:00+07:00',
        hash: '',
        cells: { 'ho-so': { state: 'value', value: String(index) }, ...change.answers?.[entity] },
        tables: {},
      },
    })),
    earlier: [
      ...earlier('ho-so', '2024-08', numbers),
      ...earlier('ho-so', '2024-09', reported),
      ...earlier('ke-hoach', '2024-09', plans),
    ],
  };
  return createBook(large);
}

const ALL = (599 * 600) / 2;

describe('a report of very many bodies', () => {
  it('adds up what they answered in this month', () => {
    const book = bookOf();
    expect(valueOf(book, 'ho-so')).to.equal(`${ALL} known`);
    expect(valueOf(book, 'ho-so', { scope: 'dong' })).to.equal('10 known');
    expect(valueOf(book, 'ho-so', { scope: 'xa-7' })).to.equal('7 known');
  });

  it('adds up what they reported in an earlier month, or counts it', () => {
    const book = bookOf({ values: { 'xa-0': '0.5', 'xa-1': '9007199254740993' } });
    const sum = BigInt(ALL) - 1n + 9007199254740993n;
    expect(valueOf(book, 'ho-so', { period: '2024-09' })).to.equal(`${sum}.5 known`);
    expect(valueOf(book, 'ho-so', { period: '2024-09', scope: 'xa-7' })).to.equal('7 known');
    expect(valueOf(book, 'ho-so', { period: '2024-08', scope: 'dong' })).to.equal('10 known');
    expect(valueOf(book, 'ke-hoach', { period: '2024-09' })).to.equal('300 known');
  });

  it('leaves out whom the question did not apply to then', () => {
    const book = bookOf({ values: { 'xa-3': OUTSIDE } });
    expect(valueOf(book, 'ho-so', { period: '2024-09' })).to.equal(`${ALL - 3} known`);
    expect(valueOf(book, 'ho-so', { period: '2024-09', scope: 'dong' })).to.equal('7 known');
    expect(valueOf(book, 'ho-so', { period: '2024-09', scope: 'xa-3' })).to.equal('null missing no-history');
  });

  it('says what is missing as for few bodies', () => {
    const book = bookOf({ without: 'xa-3', answers: { 'xa-4': { 'ho-so': { state: 'none' } } } });
    expect(valueOf(book, 'ho-so', { period: '2024-09' })).to.equal('null missing no-history');
    expect(valueOf(book, 'ho-so')).to.equal(`${ALL - 4} known`);
    const pending = bookOf({
      answers: { 'xa-9': { 'ho-so': { state: 'pending', reason: 'đang đối soát' } } },
    });
    const value = pending.value(pending.measure('ho-so'));
    expect(value.state).to.equal('missing');
    expect(value.lacking).to.deep.equal([{ entity: 'xa-9', why: 'pending' }]);
  });

  it('keeps one leaf for the cells of a field, and the cell of a single body', () => {
    const book = bookOf();
    const leavesOf = (options: object): readonly string[] => {
      const { id } = book.value(book.measure('ho-so', options));
      return book.ledger.get(id)?.inputs ?? [];
    };
    expect(leavesOf({})).to.deep.equal(['cells:2024-10/F-TINH/ho-so@*']);
    expect(leavesOf({ period: '2024-09' })).to.deep.equal(['cells:2024-09/F-TINH/ho-so@*']);
    expect(leavesOf({ period: '2024-09', scope: 'dong' })).to.deep.equal(['cells:2024-09/F-TINH/ho-so@dong']);
    expect(leavesOf({ scope: 'xa-7' })).to.deep.equal(['cell:2024-10/F-TINH/xa-7/1/ho-so']);
    expect(book.ledger.get('cells:2024-09/F-TINH/ho-so@dong')).to.deep.include({
      kind: 'cells',
      inputs: [],
      value: '10',
      cells: { period: '2024-09', form: 'F-TINH', field: 'ho-so', bodies: 5 },
    });
  });

  it('says in a finding how many bodies are behind a value', () => {
    const book = bookOf();
    const now = sourcesOf(book, book.value(book.measure('ho-so')).id);
    expect(now.text).to.equal('biểu F-TINH, ô “Ô ho-so” của 600 đơn vị, tổng hợp được 179.700');
    const then = sourcesOf(book, book.value(book.measure('ho-so', { period: '2024-09' })).id);
    expect(then.text).to.equal(
      'biểu F-TINH của tháng 9/2024, ô “Ô ho-so” của 600 đơn vị, tổng hợp được 179.700',
    );
  });
});
