import { expect } from 'chai';
import { createLedger, type LedgerEntry } from '../../src/domain/ledger.ts';

function entry(id: string, inputs: readonly string[] = [], value: string | null = '1'): LedgerEntry {
  return { id, kind: 'sum', formula: 'Σ', inputs, value };
}

describe('the ledger', () => {
  it('keeps the first entry of an id, but a value that is found later replaces none', () => {
    const ledger = createLedger();
    expect(ledger.add(entry('a', [], null))).to.equal('a');
    ledger.add(entry('a', [], '5'));
    ledger.add(entry('a', [], '6'));
    expect(ledger.get('a')?.value).to.equal('5');
    expect(ledger.get('b')).to.equal(undefined);
  });

  it('closes over all that the roots lead to, sorted and each once', () => {
    const ledger = createLedger();
    ledger.add(entry('z', ['b', 'a']));
    ledger.add(entry('a', ['b']));
    ledger.add(entry('b'));
    ledger.add(entry('unused'));
    expect(Object.keys(ledger.close(['z', 'a', 'z']).entries)).to.deep.equal(['a', 'b', 'z']);
    expect(ledger.close([])).to.deep.equal({ version: 1, entries: {} });
  });

  it('refuses a root or an input that is not there', () => {
    const ledger = createLedger();
    ledger.add(entry('a', ['lost']));
    expect(() => ledger.close(['a'])).to.throw(RangeError, 'lost');
    expect(() => ledger.close(['root'])).to.throw(RangeError, 'root');
  });
});
