/** Reviewers look at everything of the department and change nothing, by whatever route. */
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { forEachDatabase } from '../databases.ts';
import { tablesOf } from '../db/tables-of.ts';
import { openBoardSite, PERIOD, REPORT, type BoardSite } from './board-site.ts';

const VALUES: Readonly<Record<string, string>> = {
  report: REPORT,
  period: PERIOD,
  form: 'F-TINH',
  entity: 'an-giang',
};
/** What everyone does with their own account. */
const OWN_ACCOUNT = ['/dang-nhap', '/dang-xuat', '/doi-mat-khau'];
/** Tables that tell who is signed in. */
const SIGNED_IN = ['sessions', 'account_events', 'sign_in_failures'];
const DESK = '/theo-doi/:report/:period';

describe('reviewers', () => {
  forEachDatabase((name, open) => {
    let db: Database;
    let site: BoardSite;
    before(async () => {
      db = await open();
      site = await openBoardSite(db);
    });
    after(() => site.stop());

    const addressOf = (path: string): string =>
      path.replaceAll(/:(\w+)/g, (_, part: string) => VALUES[part] ?? '1');
    const everything = async (): Promise<ReadonlyMap<string, readonly unknown[]>> => {
      const tables = (await tablesOf(db, name)).filter((table) => !SIGNED_IN.includes(table));
      const rows = tables.map(async (table) => [table, await db.select().from(table)] as const);
      return new Map(await Promise.all(rows));
    };

    for (const { method, path } of ROUTES)
      if (method === 'post' && !OWN_ACCOUNT.includes(path))
        it(`are refused by ${path}, whatever they send`, async () => {
          const before = await everything();
          const reviewer = await site.as('reviewer');
          const fields = { 'phien-ban': '1', 'ly-do': 'x', loai: 'du-thao', 'can-duyet': 'khong' };
          expect((await reviewer.post(addressOf(path), fields)).status).to.equal(403);
          expect((await reviewer.postJson(addressOf(path), {})).status).to.equal(403);
          expect(await everything()).to.deep.equal(before);
        });

    it('look at the pages of the department, and nothing is written by looking', async () => {
      const before = await everything();
      const reviewer = await site.as('reviewer');
      const seen: string[] = [];
      for (const { method, path } of ROUTES)
        if (method === 'get' && (await reviewer.get(addressOf(path))).status === 200) seen.push(path);
      expect(seen).to.include.members([DESK, `${DESK}/tong-hop`, `${DESK}/:form/:entity`]);
      expect(seen.filter((path) => path.startsWith('/bieu') || path.startsWith('/quan-tri'))).to.deep.equal(
        [],
      );
      expect(await everything()).to.deep.equal(before);
    });
  });
});
