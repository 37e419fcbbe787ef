/** Requests that are wrong in every way: none is a fault of ours, none shows what the program is made of, none writes. */
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { forEachDatabase } from '../databases.ts';
import { HEADERS, HOSTS, METHODS, ODD_FORMS, PATHS, UNREADABLE } from './malformed-requests.ts';
import { rawRequest, type RawAnswer } from './raw-request.ts';
import { openSite, type Site, type Visitor } from './site.ts';

describe('malformed requests', () => {
  forEachDatabase((name, open) => {
    let db: Database;
    let site: Site;
    let admin: Visitor;
    let cookie: string;
    let token: string;
    let contents: string;
    before(async () => {
      db = await open();
      site = await openSite(db);
      admin = await site.as('admin');
      cookie = `Cookie: phien=${admin.cookies.get('phien')}`;
      token = `X-CSRF-Token: ${await admin.token()}`;
      contents = await contentsOf(db, name);
    });
    after(() => site.stop());

    const host = (): string => `Host: ${new URL(site.url).host}`;
    const ask = (lines: readonly string[], body: string | Buffer = ''): Promise<RawAnswer> =>
      rawRequest(site.url, Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body);
    const get = (path: string, ...headers: readonly string[]): Promise<RawAnswer> =>
      ask([`GET ${path} HTTP/1.1`, host(), 'Connection: close', ...headers]);
    const post = (path: string, body: string | Buffer, ...headers: readonly string[]): Promise<RawAnswer> =>
      ask(
        [
          `POST ${path} HTTP/1.1`,
          host(),
          'Connection: close',
          `Content-Length: ${Buffer.byteLength(body)}`,
          ...headers,
        ],
        body,
      );
    /** @param least the lowest status that may be answered */
    const expectHarmless = (answers: readonly RawAnswer[], least = 200): void => {
      for (const { status, text } of answers) {
        expect(status, text.slice(0, 400)).to.be.within(least, 499);
        expect(text).to.not.match(/\bat .+\.(ts|js|mjs):\d+|node_modules|Error:|SQLITE|knex|undefined/);
      }
    };
    const expectQuiet = async (): Promise<void> => {
      expect(site.logged().filter((line) => line.startsWith('error'))).to.deep.equal([]);
      expect(await contentsOf(db, name), 'the database').to.equal(contents);
    };

    it(`${PATHS.length} paths`, async () => {
      for (const path of PATHS) expectHarmless([await get(path), await get(path, cookie)]);
      await expectQuiet();
    });

    it(`${METHODS.length} methods`, async () => {
      for (const method of METHODS)
        for (const path of ['/dang-nhap', '/quan-tri/tai-khoan/them'])
          expectHarmless([await ask([`${method} ${path} HTTP/1.1`, host(), 'Connection: close', cookie])]);
      await expectQuiet();
    });

    it(`${HEADERS.length + HOSTS.length} headers`, async () => {
      for (const lines of HEADERS) expectHarmless([await get('/dang-nhap', ...lines)]);
      for (const lines of HOSTS)
        expectHarmless([await ask(['GET /dang-nhap HTTP/1.1', 'Connection: close', ...lines])]);
      await expectQuiet();
    });

    it('request lines that are none', async () => {
      for (const line of ['', 'x', 'GET', 'GET /', 'GET / HTTP/9.9', 'GET / HTTP/1.1 x', '\x16\x03\x01'])
        expectHarmless([await ask([line, host(), 'Connection: close'])]);
      await expectQuiet();
    });

    for (const { method, path, roles } of ROUTES)
      if (method === 'post')
        it(`${UNREADABLE.length} bodies sent to ${path}`, async () => {
          const [role = 'admin'] = roles === 'anyone' ? [] : roles;
          const visitor = await site.as(role);
          contents = await contentsOf(db, name);
          const signedIn = [
            `Cookie: phien=${visitor.cookies.get('phien')}`,
            `X-CSRF-Token: ${await visitor.token()}`,
          ];
          const target = path.replaceAll(/:\w+/g, '1');
          for (const [type, body, ...headers] of UNREADABLE) {
            const lines = type === '' ? headers : [`Content-Type: ${type}`, ...headers];
            expectHarmless([await post(target, body, ...signedIn, ...lines)], 400);
          }
          await expectQuiet();
        });

    for (const path of ['/doi-mat-khau', '/quan-tri/tai-khoan/them'])
      it(`${ODD_FORMS.length} odd forms sent to ${path}`, async () => {
        for (const form of ODD_FORMS) {
          const type = 'Content-Type: application/x-www-form-urlencoded';
          expectHarmless(
            [await post(path, form, cookie, type), await post(path, form, cookie, token, type)],
            400,
          );
        }
        await expectQuiet();
      });
  });
});

/** All rows of all tables. */
async function contentsOf(db: Database, name: string): Promise<string> {
  const tables: readonly string[] =
    name === 'SQLite'
      ? await db('sqlite_master').where({ type: 'table' }).pluck('name')
      : await db('information_schema.tables').where({ table_schema: 'public' }).pluck('table_name');
  const all = [];
  for (const table of [...tables].sort()) all.push([table, await db.from(table).select()]);
  return JSON.stringify(all);
}
