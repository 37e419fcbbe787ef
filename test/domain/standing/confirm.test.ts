import { expect } from 'chai';
import { confirmAnswers, keepConfirmed, offeredIds } from '../../../src/domain/standing/confirm.ts';
import type { Answers } from '../../../src/domain/submission.ts';
import { checkAnswers } from '../../../src/domain/validation/check-answers.ts';
import { answers, definitionWith, FORM, propose } from './standing-facts.ts';

const LAST_MONTH = [
  {
    period: '2024-09',
    cells: {
      'phat-sinh': '5',
      tram: { state: 'value', value: '10', asOf: '2024-09-19' },
      'quyet-dinh': { state: 'value', value: 'yes', document: '12/QĐ-UBND', date: '2024-03-05' },
    },
    rows: { 'so-dang-ky': [{ ten: 'A' }] },
  },
] as const;
const from = { from: '2024-09', revision: '2024-09/F/an-giang/1' };
const TRAM = {
  state: 'value',
  value: '10',
  asOf: '2024-09-19',
  carried: { ...from, asOf: '2024-09-19' },
} as const;
const DECISION = {
  state: 'value',
  value: 'yes',
  document: '12/QĐ-UBND',
  date: '2024-03-05',
  carried: { ...from, asOf: '2024-09-30' },
} as const;
const REGISTER = { ...from, asOf: '2024-09-30' };

describe('confirming what stands', () => {
  it('puts what is offered beside what was sent, each with its original, and fills in nothing else', () => {
    const sent = answers({ cells: { 'phat-sinh': '6' } });
    const proposal = propose(LAST_MONTH, { current: sent });
    expect(offeredIds(proposal)).to.deep.equal(['tram', 'quyet-dinh', 'so-dang-ky']);
    const confirmed = confirmAnswers(sent, proposal);
    expect(confirmed).to.deep.equal({
      cells: { 'phat-sinh': { state: 'value', value: '6' }, tram: TRAM, 'quyet-dinh': DECISION },
      tables: { 'so-dang-ky': [{ ten: 'A' }], 'su-kien': [] },
      standingTables: { 'so-dang-ky': REGISTER },
    });
    expect(checkAnswers(FORM, definitionWith(), confirmed)).to.deep.equal([]);
  });

  it('leaves out what the body does not confirm', () => {
    const sent = answers({});
    const confirmed = confirmAnswers(sent, propose(LAST_MONTH), new Set(['tram', 'so-dang-ky']));
    expect(confirmed).to.deep.equal({
      cells: { 'quyet-dinh': DECISION },
      tables: { 'so-dang-ky': [], 'su-kien': [] },
    });
  });

  it('changes nothing without the act', () => {
    const sent = answers({ cells: { 'phat-sinh': '6' } });
    propose(LAST_MONTH, { current: sent });
    expect(sent).to.deep.equal(answers({ cells: { 'phat-sinh': '6' } }));
  });

  it('is refused where the indicator or the table does not stand', () => {
    const flow = { cells: { 'phat-sinh': { ...TRAM, asOf: undefined } }, tables: {} } as unknown as Answers;
    const table = { cells: {}, tables: {}, standingTables: { 'su-kien': REGISTER } };
    const wrong = {
      cells: { tram: { ...TRAM, carried: { from: '2024-13', revision: 'x', asOf: '2024-09-31' } } },
      tables: {},
    };
    for (const given of [flow, table, wrong])
      expect(checkAnswers(FORM, definitionWith(), given), JSON.stringify(given)).to.not.be.empty;
  });
});

describe('papers that are sent again after a confirmation', () => {
  const before: Answers = {
    cells: { 'phat-sinh': { state: 'value', value: '6' }, tram: TRAM, 'quyet-dinh': DECISION },
    tables: { 'so-dang-ky': [{ ten: 'A' }], 'su-kien': [] },
    standingTables: { 'so-dang-ky': REGISTER },
  };

  it('keep what was confirmed and is left blank again, and nothing that was typed', () => {
    expect(keepConfirmed(answers({ cells: { 'phat-sinh': '7' } }), before)).to.deep.equal({
      ...before,
      cells: { ...before.cells, 'phat-sinh': { state: 'value', value: '7' } },
    });
    expect(keepConfirmed(answers({}), before).cells).to.have.all.keys('tram', 'quyet-dinh');
  });

  it('replace it by what they say', () => {
    const sent = answers({
      cells: { tram: '11', 'quyet-dinh': { state: 'pending', reason: 'đang rà soát' } },
      rows: { 'so-dang-ky': [{ ten: 'B' }] },
    });
    expect(keepConfirmed(sent, before)).to.equal(sent);
    const none = answers({ cells: sent.cells, marks: { 'so-dang-ky': 'none' } });
    expect(keepConfirmed(none, before)).to.equal(none);
  });
});
