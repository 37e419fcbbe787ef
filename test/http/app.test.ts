/** What every answer has, whatever the page: headers, weight, errors, cookies, the log. */
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { startWeb } from '../../src/http/start-web.ts';
import { onSqlite } from '../databases.ts';
import { LIMITS, openSite, PASSWORD, Visitor, type Site } from './site.ts';

describe('every answer', () => {
  onSqlite((open) => {
    let db: Database;
    let site: Site;
    beforeEach(async () => {
      db = await open();
      site = await openSite(db);
    });
    afterEach(() => site.stop());

    it('lets nothing in from elsewhere, and is kept nowhere', async () => {
      for (const path of ['/dang-nhap', '/khong-co', '/', '/tai-nguyen/x']) {
        const { headers } = await new Visitor(site.url).get(path);
        const policy = headers.get('content-security-policy') ?? '';
        expect(policy, path).to.contain("default-src 'none'").and.to.contain("base-uri 'none'");
        expect(policy).to.not.match(/unsafe|\*|https?:/);
        expect(headers.get('cache-control')).to.equal('no-store');
        expect(headers.get('x-content-type-options')).to.equal('nosniff');
        expect(headers.get('referrer-policy')).to.equal('same-origin');
        expect(headers.has('x-powered-by')).to.equal(false);
        expect(headers.has('strict-transport-security'), 'without TLS').to.equal(false);
      }
    });

    it('leads back from an error to the page of ours that a form was sent from, and never elsewhere', async () => {
      const clerk = await site.as('clerk');
      const back = async (referer: string): Promise<string | undefined> => {
        const { status, text } = await clerk.post(
          '/dau-moi',
          { 'ho-ten': 'x'.repeat(20_000) },
          { Referer: referer },
        );
        expect(status).to.equal(413);
        return /<a class="govuk-link" href="([^"]+)">Quay lại/.exec(text)?.[1];
      };
      expect(await back(`${site.url}/dau-moi?a=1`)).to.equal('/dau-moi?a&#x3D;1');
      expect(await back('https://example.com/dau-moi')).to.equal(undefined);
      expect((await clerk.get('/khong-co')).text).not.to.contain('Quay lại');
    });

    it('needs less than 100 kB for a first page with all that it loads, which is then kept for good', async () => {
      const visitor = new Visitor(site.url);
      const { text, headers } = await visitor.get('/dang-nhap', { 'Accept-Encoding': 'br' });
      expect(headers.get('content-encoding')).to.equal('br');
      const addresses = new Set(
        [...text.matchAll(/(?:href|src)="(\/tai-nguyen\/[^"]+)"/g)].map(([, at]) => at),
      );
      const loaded: string[] = [];
      let weight = brotliCompressSync(text).length;
      for (const address of addresses) {
        if (address === undefined) continue;
        const asset = await visitor.get(address, { 'Accept-Encoding': 'br' });
        expect([asset.status, asset.headers.get('cache-control')], address).to.deep.equal([
          200,
          'public, max-age=31536000, immutable',
        ]);
        expect(asset.headers.get('x-content-type-options')).to.equal('nosniff');
        weight += Number(asset.headers.get('content-length'));
        loaded.push(address);
        // Styles load fonts, scripts load scripts.
        for (const [more] of asset.text.matchAll(/\/tai-nguyen\/[\w./-]+/g)) addresses.add(more);
      }
      expect(loaded.filter((address) => address.endsWith('.woff2'))).to.have.length(4);
      expect(weight).to.be.within(40_000, 100_000);
    });

    it('gives an asset in the coding that is asked for, and no other file', async () => {
      const visitor = new Visitor(site.url);
      const { text } = await visitor.get('/dang-nhap');
      const styles = /href="(\/tai-nguyen\/[^"]+\.css)"/.exec(text)?.[1] ?? '';
      const codings: readonly (readonly [asked: string, given: string | null])[] = [
        ['br', 'br'],
        ['gzip', 'gzip'],
        ['identity', null],
      ];
      for (const [asked, given] of codings) {
        const answer = await visitor.get(styles, { 'Accept-Encoding': asked });
        expect(answer.headers.get('content-encoding')).to.equal(given);
        expect(answer.text).to.contain('.govuk-button').and.to.contain('Be Vietnam Pro');
        expect(answer.text).to.not.match(
          /GDS Transport|crown|url\((?!["']?(?:data:|\/tai-nguyen\/))|@import/,
        );
      }
      expect((await visitor.get(styles.replace(/[0-9a-f]{12}/, '0'.repeat(12)))).status).to.equal(404);
    });

    it('is a page in Vietnamese when the database fails, with a reference that the log has', async () => {
      const clerk = await site.as('clerk');
      await db.schema.dropTable('sessions');
      const { status, text } = await clerk.get('/tai-khoan');
      expect(status).to.equal(500);
      expect(text)
        .to.contain('Hệ thống gặp lỗi')
        .and.to.not.match(/SQLITE|no such table|\.ts:\d/);
      const reference = /Mã lỗi: <strong>([0-9a-f]{8})</.exec(text)?.[1] ?? 'none';
      expect(site.logged().some((line) => line.startsWith(`error ${reference}: `))).to.equal(true);
      const asJson = await clerk.postJson('/tai-khoan', {});
      expect([asJson.status, JSON.parse(asJson.text).problem]).to.deep.equal([500, 'Hệ thống gặp lỗi']);
    });

    it('is logged without names, figures or what was searched for', async () => {
      const admin = await site.as('admin');
      await admin.get(`/quan-tri/tai-khoan/${site.ids.clerk}?tim=Nguyen`);
      await admin.get('/quan-tri/tai-khoan?tim=Nguyen');
      await new Visitor(site.url).post('/dang-nhap', { ten: 'clerk', 'mat-khau': PASSWORD });
      await admin.get('/Nguyen.An');
      const lines = site.logged().map((line) => line.replace(/\d+ ms$/, '… ms'));
      expect(lines).to.deep.equal([
        'GET /quan-tri/tai-khoan/:id 200 … ms',
        'GET /quan-tri/tai-khoan 200 … ms',
        'GET /dang-nhap 200 … ms',
        'POST /dang-nhap 303 … ms',
        'GET (không có) 404 … ms',
      ]);
    });

    it('keeps its cookies to TLS and to itself when people come over https', async () => {
      const server = await startWeb(
        { ...site.workplace, browser: () => Promise.reject(new Error('nothing is printed')) },
        {
          host: '127.0.0.1',
          port: 0,
          publicUrl: 'https://baocao.example.gov.vn',
          trustedProxies: 1,
          session: LIMITS,
        },
        () => undefined,
      );
      try {
        const visitor = new Visitor(server.url);
        const shown = await visitor.get('/dang-nhap');
        expect(shown.headers.get('strict-transport-security')).to.equal('max-age=31536000');
        const fields = { ten: 'clerk', 'mat-khau': PASSWORD };
        const origin = (from: string): Record<string, string> => ({ Origin: from });
        expect((await visitor.post('/dang-nhap', fields, origin(server.url))).status).to.equal(403);
        const { headers, to } = await visitor.post(
          '/dang-nhap',
          fields,
          origin('https://baocao.example.gov.vn'),
        );
        expect(to).to.equal('/');
        expect(headers.getSetCookie().join()).to.match(
          /^__Host-phien=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
        );
      } finally {
        await server.stop();
      }
    });

    it('comes even while the server stops', async () => {
      const clerk = await site.as('clerk');
      const running = clerk.post('/doi-mat-khau', {
        'mat-khau-hien-tai': PASSWORD,
        'mat-khau-moi': 'bốn mùa hoa nở',
        'mat-khau-moi-lan-hai': 'bốn mùa hoa nở',
      });
      // It has begun once the attempt is counted; looking at the password takes longer.
      while ((await db('sign_in_failures').select()).length === 0) await setTimeout(5);
      await Promise.all([site.stop(), running]);
      expect((await running).to).to.equal('/tai-khoan?da-doi-mat-khau');
    });
  });
});
