import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { Tables } from 'knex/types/tables.js';
import { forEachDatabase } from '../databases.ts';
import { expectFault } from './faults.ts';
import { ACT, PERIOD, REPORT, writeOneOfEach } from './records.ts';

const TABLES: readonly (keyof Tables)[] = [
  'definitions',
  'periods',
  'pins',
  'revisions',
  'decisions',
  'figure_layouts',
  'revision_figures',
  'waivers',
  'justifications',
  'history',
  'editions',
  'corrections',
  'edition_corrections',
  'events',
  'sendings',
  'sending_attachments',
  'approvals',
  'receipts',
  'reopenings',
];

const AT = '2024-10-26T08:00:00+07:00';
const HASH = 'a'.repeat(64);
const ONE = `${PERIOD}/F-TINH/an-giang`;

/** Rows that no program should write, with the rule that stops each. */
const WRONG: readonly (readonly [
  table: keyof Tables,
  fault: 'rule' | 'reference' | 'conflict',
  row: object,
])[] = [
  ['definitions', 'rule', { hash: 'x', report: REPORT, body: '{}', stored_at: '2024-10-26T08:00:00Z' }],
  ['definitions', 'rule', { hash: 'x', report: REPORT, body: '{}', stored_at: '26/10/2024' }],
  ['definitions', 'rule', { hash: null, report: REPORT, body: '{}', stored_at: AT }],
  ['periods', 'conflict', { report: REPORT, period: PERIOD, opened_at: AT }],
  ['pins', 'reference', pin({ definition_hash: 'none' })],
  ['pins', 'reference', pin({ period: '2030-01' })],
  ['pins', 'rule', pin({ number: 0 })],
  ['revisions', 'reference', revision({ id: '2030-01/F-TINH/an-giang/2', period: '2030-01' })],
  ['revisions', 'conflict', revision({ id: `${ONE}/1`, number: 1 })],
  ['revisions', 'rule', revision({ id: `${ONE}/3` })],
  ['revisions', 'rule', revision({ id: `${ONE}/0`, number: 0 })],
  ['revisions', 'rule', revision({ hash: 'abc' })],
  ['decisions', 'reference', decision({ revision: `${ONE}/9` })],
  ['decisions', 'rule', decision({ kind: 'lost' })],
  ['decisions', 'rule', decision({ kind: 'returned', reason: null })],
  ['decisions', 'rule', decision({ kind: 'returned', reason: '' })],
  ['revision_figures', 'reference', figures({ decision: 99 })],
  ['revision_figures', 'conflict', figures({})],
  ['revision_figures', 'rule', figures({ number: 0 })],
  ['revision_figures', 'rule', figures({ figures: '' })],
  ['figure_layouts', 'conflict', { report: REPORT, columns: '[["tong-ho-so","tong-ho-so"]]' }],
  ['waivers', 'reference', waiver({ period: '2030-01' })],
  ['waivers', 'rule', waiver({ reason: '' })],
  ['justifications', 'rule', { ...waiver({ reason: '' }, 'finding'), finding: 'x' }],
  ['history', 'rule', history({ span: 'month' })],
  ['history', 'rule', history({ basis: 'guess' })],
  ['history', 'rule', history({ value: '' })],
  ['history', 'rule', history({ source: '' })],
  ['editions', 'conflict', edition({ number: 1 })],
  ['editions', 'rule', edition({ kind: 'preview' })],
  ['editions', 'rule', edition({ pdf: Buffer.alloc(0) })],
  ['corrections', 'rule', correction({ reason: '' })],
  ['corrections', 'rule', correction({ new_cell: 'null' })],
  ['corrections', 'rule', correction({ span: null })],
  ['corrections', 'rule', correction({ revision: `${ONE}/1` })],
  ['corrections', 'reference', correction(ofCell({ revision: `${ONE}/9` }))],
  ['corrections', 'reference', correction(ofCell({ before: `${ONE}/9` }))],
  ['edition_corrections', 'reference', { edition: 99, correction: 1, report: REPORT }],
  ['edition_corrections', 'reference', { edition: 1, correction: 99, report: REPORT }],
  ['edition_corrections', 'conflict', { edition: 1, correction: 1, report: REPORT }],
  ['sendings', 'conflict', sending({ token: 'token-0001' })],
  ['sendings', 'reference', sending({ revision: `${ONE}/9` })],
  ['sendings', 'rule', sending({ token: '' })],
  ['sendings', 'rule', sending({ approval_required: 2 })],
  ['sending_attachments', 'reference', { report: REPORT, revision: `${ONE}/1`, attachment: 99 }],
  ['approvals', 'conflict', approval({ kind: 'approved' })],
  ['approvals', 'rule', approval({ kind: 'returned', comment: '' })],
  ['approvals', 'rule', approval({ kind: 'perhaps' })],
  ['receipts', 'conflict', receipt({})],
  ['receipts', 'rule', receipt({ hash: 'abc' })],
  [
    'reopenings',
    'rule',
    { report: REPORT, revision: `${ONE}/1`, kind: 'asked', reason: '', at: AT, actor: 'a' },
  ],
  [
    'reopenings',
    'rule',
    { report: REPORT, revision: `${ONE}/1`, kind: 'hoped', reason: 'x', at: AT, actor: 'a' },
  ],
  ['drafts', 'reference', draft({ period: '2030-01' })],
  ['drafts', 'rule', draft({ unsent: 2 })],
  ['attachments', 'rule', attachment({ type: 'text/html' })],
  ['attachments', 'rule', attachment({ sha256: 'abc' })],
  ['contacts', 'rule', { entity: 'an-giang', name: 'A', phone: '', email: '', at: '26/10/2024', actor: 'a' }],
  ['body_settings', 'rule', { entity: 'an-giang', approval_required: 7, at: AT, actor: 'a' }],
  ['events', 'reference', event({ period: '2030-01' })],
  ['events', 'reference', event({ revision: `${ONE}/9` })],
  ['events', 'rule', event({ actor: '' })],
];

describe('the schema', () => {
  forEachDatabase((name, open) => {
    let db: Database;
    before(async () => {
      db = await open();
      await inTransaction(db, writeOneOfEach);
    });

    it('covers every table', async () => {
      for (const table of TABLES) expect(await db(table).select(), table).to.have.length.above(0);
    });

    for (const table of TABLES)
      it(`keeps the rows of ${table} as they are`, async () => {
        const rows = await db(table).select();
        await expectFault('append-only', () => db.raw('update ?? set report = ?', [table, 'other']));
        await expectFault('append-only', () => db.from(table).del());
        if (name === 'PostgreSQL')
          await expectFault('append-only', () => db.raw('truncate ?? cascade', [table]));
        else
          await expectFault('append-only', () => db.raw('replace into ?? select * from ??', [table, table]));
        expect(await db(table).select()).to.deep.equal(rows);
      });

    for (const [table, fault, row] of WRONG)
      it(`refuses a row of ${table} (${fault}): ${JSON.stringify(row).slice(0, 200)}`, async () => {
        await expectFault(fault, () => insert(db, table, row));
      });

    it('does not take a number that the driver would lose', async () => {
      await expectFault('rule', () => insert(db, 'revision_figures', figures({ figures: null })));
      if (name === 'SQLite')
        await expectFault('rule', () =>
          insert(db, 'revision_figures', figures({ figures: 9007199254740993n })),
        );
    });

    it('has an index for every foreign key', async () => {
      const keys = await (name === 'SQLite' ? sqliteKeys(db) : postgresKeys(db));
      expect(keys.foreign).to.have.length.above(11);
      for (const { table, columns } of keys.foreign) {
        const served = keys.indexes.some(
          (index) =>
            index.table === table &&
            index.columns.slice(0, columns.length).sort().join() === [...columns].sort().join(),
        );
        expect(served, `${table}(${columns.join()})`).to.equal(true);
      }
    });
  });
});

function sending(extra: object): object {
  return {
    report: REPORT,
    revision: `${ONE}/1`,
    period: PERIOD,
    token: 'token-0002',
    approval_required: 1,
    letter: null,
    reasons: '[]',
    at: AT,
    actor: 'a',
    ...extra,
  };
}

function approval(extra: object): object {
  return { report: REPORT, revision: `${ONE}/1`, comment: null, at: AT, actor: 'a', ...extra };
}

function receipt(extra: object): object {
  return { report: REPORT, revision: `${ONE}/1`, hash: HASH, at: AT, actor: 'a', ...extra };
}

function draft(extra: object): object {
  const paper = { report: REPORT, period: PERIOD, form: 'F-TINH', entity: 'nam-dinh' };
  return { ...paper, base: 0, version: 1, unsent: 1, changed_at: AT, changed_by: 'a', ...extra };
}

function attachment(extra: object): object {
  const paper = { report: REPORT, period: PERIOD, form: 'F-TINH', entity: 'nam-dinh' };
  const file = { name: 'a.pdf', type: 'application/pdf', size: 1, sha256: HASH, bytes: Buffer.from('x') };
  return { ...paper, ...file, listed: 1, at: AT, actor: 'a', ...extra };
}

/** Past the types, as a faulty program would. */
async function insert(db: Database, table: string, row: object): Promise<void> {
  await db.into(table).insert(row);
}

interface Key {
  readonly table: string;
  readonly columns: readonly string[];
}

async function sqliteKeys(db: Database): Promise<{ foreign: Key[]; indexes: Key[] }> {
  const foreign: Key[] = [];
  const indexes: Key[] = [];
  for (const table of TABLES) {
    const parts: readonly { id: number; from: string }[] = await db.raw('pragma foreign_key_list(??)', [
      table,
    ]);
    for (const id of new Set(parts.map((part) => part.id)))
      foreign.push({ table, columns: parts.filter((part) => part.id === id).map(({ from }) => from) });
    const all: readonly { name: string; pk: number }[] = await db.raw('pragma table_info(??)', [table]);
    indexes.push({ table, columns: all.filter(({ pk }) => pk > 0).map((column) => column.name) });
    const list: readonly { name: string }[] = await db.raw('pragma index_list(??)', [table]);
    for (const { name } of list) {
      const columns: readonly { name: string }[] = await db.raw('pragma index_info(??)', [name]);
      indexes.push({ table, columns: columns.map((column) => column.name) });
    }
  }
  return { foreign, indexes };
}

async function postgresKeys(db: Database): Promise<{ foreign: Key[]; indexes: Key[] }> {
  const foreign = await db.raw<{ rows: Key[] }>(
    `select conrelid::regclass::text as table, ${columnNames('conkey', 'conrelid')} as columns
     from pg_constraint where contype = 'f'`,
  );
  const indexes = await db.raw<{ rows: Key[] }>(
    `select indrelid::regclass::text as table, ${columnNames('indkey::int2[]', 'indrelid')} as columns
     from pg_index join pg_class on pg_class.oid = indrelid where relnamespace = 'public'::regnamespace`,
  );
  return { foreign: foreign.rows, indexes: indexes.rows };
}

function columnNames(numbers: string, table: string): string {
  return `array(select attname::text from unnest(${numbers}) with ordinality as key(number, place)
    join pg_attribute on attrelid = ${table} and attnum = key.number order by place)`;
}

function pin(change: object): object {
  return {
    report: REPORT,
    period: PERIOD,
    number: 2,
    definition_hash: HASH,
    settings: '{}',
    members: '{}',
    pinned_at: AT,
    actor: ACT.actor,
    ...change,
  };
}

function revision(change: object): object {
  return {
    report: REPORT,
    id: `${ONE}/2`,
    period: PERIOD,
    form: 'F-TINH',
    entity: 'an-giang',
    number: 2,
    answers: '{}',
    hash: HASH,
    received_at: AT,
    ...change,
  };
}

function decision(change: object): object {
  return {
    report: REPORT,
    revision: `${ONE}/1`,
    kind: 'accepted',
    reason: 'vì',
    at: AT,
    actor: 'a',
    ...change,
  };
}

function figures(change: object): object {
  return {
    decision: 1,
    report: REPORT,
    period: PERIOD,
    form: 'F-TINH',
    entity: 'an-giang',
    number: 1,
    layout: 1,
    figures: '1',
    ...change,
  };
}

function waiver(change: object, subject = 'entity'): object {
  return {
    report: REPORT,
    period: PERIOD,
    [subject]: 'an-giang',
    reason: 'vì',
    at: AT,
    actor: 'a',
    ...change,
  };
}

function history(change: object): object {
  return {
    report: REPORT,
    indicator: 'x',
    period: '2024-09',
    span: 'period',
    scope: '',
    status: '',
    value: '1',
    basis: 'published',
    source: 'Báo cáo',
    loaded_at: AT,
    ...change,
  };
}

function correction(change: object): object {
  return {
    report: REPORT,
    period: '2024-09',
    indicator: 'x',
    span: 'period',
    scope: '',
    status: '',
    old_cell: 'null',
    new_cell: '{"state":"value","value":"1"}',
    history_through: 1,
    reason: 'vì',
    at: AT,
    actor: 'a',
    ...change,
  };
}

function ofCell(change: object): object {
  return {
    span: null,
    revision: `${ONE}/1`,
    before: `${ONE}/1`,
    form: 'F-TINH',
    entity: 'an-giang',
    field: 'x',
    ...change,
  };
}

function edition(change: object): object {
  return {
    report: REPORT,
    period: PERIOD,
    number: 2,
    kind: 'final',
    at: AT,
    definition_hash: 'Chuyển đổi số'.padEnd(64, '0'),
    inputs: '{}',
    model: '{}',
    ledger: '{}',
    findings: '[]',
    html: '',
    pdf: Buffer.from('%PDF'),
    pdf_sha256: HASH,
    engine: '{}',
    ...change,
  };
}

function event(change: object): object {
  return { at: AT, actor: 'a', kind: 'period-closed', report: REPORT, details: '{}', ...change };
}
