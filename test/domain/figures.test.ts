import { expect } from 'chai';
import type { Field, Form, Nature } from '../../src/domain/definition.ts';
import { figuresOf } from '../../src/domain/figures.ts';
import type { Cell, Revision } from '../../src/domain/submission.ts';
import { indicator } from './small-definition.ts';

function fieldOf(change: Partial<Field>): Field {
  return { id: 'o', label: '', optional: false, mayNotApply: false, evidence: false, asOf: false, ...change };
}

function figures(nature: Nature, cell: Cell | undefined, field: Partial<Field>): unknown {
  const form: Form = {
    id: 'F',
    title: '',
    sections: [{ title: '', fields: [fieldOf({ indicator: 'chi-tieu', ...field })] }],
    tables: [],
  };
  const revision: Revision = {
    id: '2024-10/F/an-giang/2',
    period: '2024-10',
    form: 'F',
    entity: 'an-giang',
    number: 2,
    receivedAt: '2024-10-25T17:00:00+07:00',
    hash: '',
    cells: cell ? { o: cell } : {},
    tables: {},
  };
  return figuresOf(revision, form, { 'chi-tieu': indicator('chi-tieu', { nature }) });
}

describe('figuresOf', () => {
  const given: [Nature, Cell, value: string, state: string][] = [
    ['flow', { state: 'value', value: '0' }, '0', 'value'],
    ['flow', { state: 'none' }, '0', 'none'],
    ['stock', { state: 'value', value: '9007199254740993.5' }, '9007199254740993.5', 'value'],
    ['stock', { state: 'none', note: 'x' }, '0', 'none'],
    ['flag', { state: 'value', value: 'yes', document: '1/QĐ' }, 'yes', 'value'],
    ['flag', { state: 'none' }, 'no', 'none'],
    ['status', { state: 'value', value: 'xong' }, 'xong', 'value'],
    ['flow', { state: 'not-applicable' }, '~', 'not-applicable'],
  ];
  for (const [nature, cell, value, state] of given)
    it(`gives ${value} (${state}) for a ${nature} ${JSON.stringify(cell)}`, () => {
      expect(figures(nature, cell, {})).to.deep.equal([
        {
          indicator: 'chi-tieu',
          period: '2024-10',
          entity: 'an-giang',
          value,
          state,
          revision: '2024-10/F/an-giang/2',
          form: 'F',
          field: 'o',
        },
      ]);
    });

  const control: Field['control'] = { indicator: 'chi-tieu', span: 'ytd' };
  const none: [Nature, Cell | undefined, Partial<Field>][] = [
    ['flow', undefined, {}],
    ['flow', { state: 'pending', reason: 'chờ' }, {}],
    ['status', { state: 'none' }, {}],
    ['text', { state: 'value', value: 'Thiếu người.' }, {}],
    ['flow', { state: 'value', value: '5' }, { indicator: 'khac' }],
  ];
  for (const [nature, cell, field] of none)
    it(`gives nothing for a ${nature} ${JSON.stringify(cell)} ${JSON.stringify(field)}`, () => {
      expect(figures(nature, cell, field)).to.deep.equal([]);
    });

  it('gives nothing for a control value', () => {
    const { indicator: _indicator, ...field } = fieldOf({ control });
    const form: Form = { id: 'F', title: '', sections: [{ title: '', fields: [field] }], tables: [] };
    const cells = { o: { state: 'value', value: '5' } } as const;
    const revision = {
      id: '',
      period: '',
      form: 'F',
      entity: '',
      number: 1,
      receivedAt: '',
      hash: '',
      cells,
      tables: {},
    };
    expect(figuresOf(revision, form, { 'chi-tieu': indicator('chi-tieu') })).to.deep.equal([]);
  });
});
