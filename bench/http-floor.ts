/**
 * The floor of the pages: what Express, Ajv and Knex take to check forty fields and to write the rows that sending a form
 * writes, and Handlebars to show them, with nothing else: nobody signs in, nothing is compared, nobody is kept from
 * writing the same form at once. It waits for the disk as ours does. http-floor.ts DATABASE_URL
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Ajv } from 'ajv';
import express from 'express';
import Handlebars from 'handlebars';
import knex, { type Knex } from 'knex';
import { ASKED, FORM, SCALE_REPORT } from './scale-report.ts';
import { vietnamTime } from '../src/workflow/workplace.ts';

interface Sent {
  readonly token: string;
  readonly cells: Readonly<Record<string, string>>;
}

interface SqliteConnection {
  exec(sql: string, done: (error: Error | null, connection: unknown) => void): void;
}

const SETTINGS = 'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on';

const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{entity}}</title></head><body>
<h1>{{entity}}, {{period}}</h1><form method="post">
{{#each fields}}<p><label for="{{code}}">{{code}}</label> <input id="{{code}}" name="{{code}}" value="{{text}}"></p>
{{/each}}<button>Lưu</button></form></body></html>`;

const [url = ''] = process.argv.slice(2);
const db = open(url);
const isSent = new Ajv().compile<Sent>({
  type: 'object',
  required: ['token', 'cells'],
  properties: {
    token: { type: 'string', minLength: 8 },
    cells: {
      type: 'object',
      required: ASKED.map(({ code }) => code),
      additionalProperties: false,
      properties: Object.fromEntries(
        ASKED.map(({ code, nature }) => [
          code,
          nature === 'flag' ? { enum: ['có', 'không'] } : { type: 'string', pattern: '^[0-9]{1,15}$' },
        ]),
      ),
    },
  },
});
const page = Handlebars.compile(PAGE);
const app = express();
app.use(express.json());
app.post('/bieu/:period/:entity', async (request, response) => {
  const { period, entity } = request.params;
  if (isSent(request.body)) response.json(await write(period, entity, request.body));
  else response.status(422).json(isSent.errors);
});
app.get('/bieu/:period/:entity', async (request, response) => {
  const { period, entity } = request.params;
  const cells = await db('draft_cells').whereIn('draft', draftOf(db, period, entity).select('id'));
  const fields = cells.map(({ field, input }: { field: string; input: string }) => ({
    code: field,
    text: (JSON.parse(input) as { text: string }).text,
  }));
  response.type('html').send(page({ period, entity, fields }));
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});

function open(address: string): Knex {
  const pool = { min: 0, max: 10 };
  if (!address.startsWith('sqlite:')) return knex({ client: 'pg', connection: address, pool });
  return knex({
    client: 'sqlite3',
    connection: { filename: address.slice('sqlite:'.length) },
    useNullAsDefault: true,
    pool: {
      min: 0,
      max: 1,
      afterCreate: (connection: SqliteConnection, done: (error: Error | null, connection: unknown) => void) =>
        connection.exec(SETTINGS, (error) => done(error, connection)),
    },
  });
}

function draftOf(from: Knex, period: string, entity: string): Knex.QueryBuilder {
  return from('drafts').where({ report: SCALE_REPORT, period, form: FORM, entity });
}

/** One transaction: the revision, how it was sent, its receipt, two events; the draft is emptied. */
function write(period: string, entity: string, { token, cells }: Sent): Promise<object> {
  return db.transaction(async (trx) => {
    const report = SCALE_REPORT;
    const paper = { report, period, form: FORM, entity };
    const stamp = { at: vietnamTime(new Date()), actor: entity };
    const last = await trx('revisions')
      .where(paper)
      .max<{ number: number | null }[]>('number as number')
      .first();
    const number = (last?.number ?? 0) + 1;
    const revision = `${period}/${FORM}/${entity}/${number}`;
    const answers = JSON.stringify({ cells, tables: {} });
    const hash = createHash('sha256').update(answers).digest('hex');
    await trx('revisions').insert({ ...paper, id: revision, number, answers, hash, received_at: stamp.at });
    const event = { ...paper, ...stamp, revision, reason: null };
    const details = JSON.stringify({ hash });
    await trx('events').insert({ ...event, kind: 'revision-received', details });
    const sending = {
      report,
      revision,
      period,
      token,
      approval_required: 0 as const,
      letter: null,
      reasons: '[]',
    };
    await trx('sendings').insert({ ...sending, ...stamp });
    await trx('draft_cells')
      .whereIn('draft', draftOf(trx, period, entity).select('id'))
      .del();
    await draftOf(trx, period, entity).update({
      base: number,
      version: 2,
      unsent: 0,
      changed_at: stamp.at,
      changed_by: entity,
    });
    await trx('receipts').insert({ report, revision, hash, ...stamp });
    await trx('events').insert({ ...event, kind: 'form-submitted', details });
    return { revision, hash };
  });
}
