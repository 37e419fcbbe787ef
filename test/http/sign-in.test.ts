/** Signing in, and all the ways in which a session ends, as a browser meets them. */
import { expect } from 'chai';
import { readAccountEvents } from '../../src/db/account-events.ts';
import type { Database } from '../../src/db/connect.ts';
import { countAttempt } from '../../src/workflow/accounts/attempts.ts';
import { forEachDatabase } from '../databases.ts';
import { openSite, PASSWORD, Visitor, type Answered, type Site } from './site.ts';

const NEW_PASSWORD = 'bốn mùa hoa nở';

describe('signing in', () => {
  forEachDatabase((_name, open) => {
    let db: Database;
    let site: Site;
    beforeEach(async () => {
      db = await open();
      site = await openSite(db);
    });
    afterEach(() => site.stop());

    const signIn = (visitor: Visitor, name: string, password: string, next = ''): Promise<Answered> =>
      visitor.post('/dang-nhap', { ten: name, 'mat-khau': password, tiep: next });
    /** Failed attempts from here, without the time that looking at a password takes. */
    const guess = async (name: string, times: number): Promise<void> => {
      for (let tried = 0; tried < times; tried += 1)
        expect(await countAttempt(site.workplace, { name, address: '127.0.0.1' })).to.equal(0);
    };
    const sessionsOf = async (): Promise<readonly string[]> =>
      db('sessions').orderBy('id_hash').pluck('id_hash');
    const kinds = async (): Promise<readonly string[]> =>
      (await readAccountEvents(db)).map(({ kind }) => kind).filter((kind) => kind !== 'account-added');

    it('gives a new session each time, and keeps only its hash', async () => {
      const visitor = new Visitor(site.url);
      visitor.cookies.set('phien', 'A'.repeat(43));
      const first = await signIn(visitor, ' Clerk ', PASSWORD);
      expect([first.status, first.to]).to.deep.equal([303, '/']);
      const cookie = first.headers.getSetCookie().find((line) => line.startsWith('phien='));
      expect(cookie).to.match(/^phien=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
      const held = visitor.cookies.get('phien') ?? '';
      expect(held).to.not.equal('A'.repeat(43));
      expect(await sessionsOf())
        .to.have.length(1)
        .and.not.to.include(held);

      await signIn(visitor, 'clerk', PASSWORD);
      expect(visitor.cookies.get('phien')).to.not.equal(held);
      expect(await sessionsOf(), 'the one before is over').to.have.length(1);
      const old = new Visitor(site.url, held);
      expect((await old.get('/tai-khoan')).status).to.equal(303);
      expect(await kinds()).to.deep.equal(['signed-in', 'signed-in']);
    });

    it('goes on to the page that was asked for, and never elsewhere', async () => {
      const nexts = [
        ['/tai-khoan?a=1', '/tai-khoan?a=1'],
        ['//example.com', '/'],
        ['/\\example.com', '/'],
        ['https://example.com', '/'],
        ['/a\r\nSet-Cookie: x=1', '/'],
      ] as const;
      for (const [next, to] of nexts)
        expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD, next)).to, next).to.equal(to);
    });

    it('says the same, and as much, whatever is wrong', async () => {
      await db('accounts').where({ name: 'reviewer' }).update({ disabled: 1 });
      const answers: string[] = [];
      for (const [name, password] of [
        ['clerk', 'sai mật khẩu rồi'],
        ['khong.co', PASSWORD],
        ['reviewer', PASSWORD],
        ["clerk' or 1=1 --", PASSWORD],
      ] as const) {
        const { status, text } = await signIn(new Visitor(site.url), name, password);
        expect(status).to.equal(422);
        answers.push(shown(text));
      }
      expect(new Set(answers).size).to.equal(1);
      expect(answers[0]).to.contain('Tên đăng nhập hoặc mật khẩu chưa đúng');
      const events = (await readAccountEvents(db)).filter(({ kind }) => kind === 'sign-in-failed');
      expect(events.map(({ account, actor }) => [account ?? null, actor])).to.deep.equal([
        [site.ids.clerk, 'clerk'],
        [null, 'nobody'],
        [site.ids.reviewer, 'reviewer'],
        [null, 'nobody'],
      ]);
      expect(await sessionsOf()).to.deep.equal([]);
    });

    for (const name of ['clerk', 'khong.co'])
      it(`makes who guesses wait longer and longer: ${name}`, async () => {
        const wrong = async (): Promise<Answered> => signIn(new Visitor(site.url), name, 'sai mật khẩu rồi');
        await guess(name, 4);
        expect((await wrong()).status).to.equal(422);
        for (const [words, seconds] of [
          ['30 giây', 30],
          ['1 phút', 60],
        ] as const) {
          const { status, text } = await wrong();
          expect(status).to.equal(429);
          expect(shown(text)).to.contain(`thử lại sau ${words}`);
          // Even the right one has to wait, else guessing would go on; what waits does not count again.
          expect((await signIn(new Visitor(site.url), name, PASSWORD)).status).to.equal(429);
          site.wait({ seconds });
          expect((await wrong()).status).to.equal(422);
        }
        expect(await kinds()).to.include('sign-in-slowed');
      });

    it('forgets failures when the right password comes, and when an administrator resets', async () => {
      await guess('clerk', 4);
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(303);
      await guess('clerk', 5);
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(429);
      const admin = await site.as('admin');
      const { text } = await admin.post(`/quan-tri/tai-khoan/${site.ids.clerk}/cap-lai-mat-khau`);
      const password = /<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<\/code>/.exec(text)?.[1] ?? '';
      const clerk = new Visitor(site.url);
      expect((await signIn(clerk, 'clerk', password)).status).to.equal(303);
      expect((await clerk.get('/tai-khoan')).to).to.equal('/doi-mat-khau');
    });

    it('slows down an address that tries many names', async () => {
      for (let tried = 0; tried < 20; tried += 1) await guess(`ten.so.${tried}`, 1);
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(429);
      site.wait({ seconds: 30 });
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(303);
    });

    it('counts attempts that come all at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => signIn(new Visitor(site.url), 'clerk', 'sai mật khẩu rồi')),
      );
      expect(answers.map(({ status }) => status).sort((one, other) => one - other)).to.deep.equal([
        ...Array.from({ length: 5 }, () => 422),
        ...Array.from({ length: 7 }, () => 429),
      ]);
    });

    it('ends a session that idles, and any after a working day', async () => {
      const clerk = await site.as('clerk');
      for (let minutes = 0; minutes < 12 * 60 - 29; minutes += 29) {
        expect((await clerk.get('/tai-khoan')).status, `after ${minutes} minutes`).to.equal(200);
        site.wait({ minutes: 29 });
      }
      site.wait({ minutes: 29 });
      expect((await clerk.get('/tai-khoan')).to, 'after a day').to.equal('/dang-nhap?tiep=%2Ftai-khoan');
      const again = await site.as('clerk');
      site.wait({ minutes: 31 });
      const { to } = await again.get('/tai-khoan');
      expect(to, 'after idling').to.equal('/dang-nhap?tiep=%2Ftai-khoan');
      expect(shown((await again.get(to ?? '')).text)).to.contain('phiên làm việc đã kết thúc');
    });

    for (const [who, path] of [
      ['clerk', '/bieu/chuyen-doi-so/2024-10/F-TINH/thay-doi?tu=0'],
      ['compiler', '/theo-doi/chuyen-doi-so/2024-10/tong-hop/tien-do'],
    ] as const)
      it(`ends a session whose page only stands open and asks by itself: ${who}`, async () => {
        const visitor = await site.as(who);
        const asks = (): Promise<Answered> => visitor.get(path, { Accept: 'application/json' });
        for (let minutes = 0; minutes < 30; minutes += 10) {
          expect((await asks()).status, `after ${minutes} minutes`).to.not.equal(401);
          site.wait({ minutes: 10 });
        }
        site.wait({ minutes: 1 });
        expect((await asks()).status).to.equal(401);
        expect((await visitor.get('/tai-khoan')).status).to.equal(303);
      });

    it('goes back to the page of ours that a form was sent from when the session is over', async () => {
      const [clerk, other] = [await site.as('clerk'), await site.as('clerk')];
      site.wait({ minutes: 31 });
      const { to } = await clerk.post('/doi-mat-khau', {}, { Referer: `${site.url}/tai-khoan?a=1` });
      expect(to).to.equal('/dang-nhap?tiep=%2Ftai-khoan%3Fa%3D1');
      const foreign = await other.post('/doi-mat-khau', {}, { Referer: 'https://example.com/tai-khoan' });
      expect(foreign.to).to.equal('/dang-nhap');
    });

    it('tells a script of ours that the session is over', async () => {
      const nobody = new Visitor(site.url);
      const { status, text } = await nobody.postJson('/doi-mat-khau', {});
      expect([status, JSON.parse(text).problem]).to.deep.equal([401, 'signed-out']);
    });

    it('ends a session at sign-out, also for who kept its id', async () => {
      const clerk = await site.as('clerk');
      const kept = clerk.cookies.get('phien');
      const { to } = await clerk.post('/dang-xuat');
      expect(clerk.cookies.has('phien')).to.equal(false);
      expect(shown((await clerk.get(to ?? '')).text)).to.contain('Đã đăng xuất');
      expect((await new Visitor(site.url, kept).get('/tai-khoan')).status).to.equal(303);
      expect(await kinds()).to.deep.equal(['signed-out']);
    });

    it('ends all sessions of an account that is disabled, at once, and lets nobody in', async () => {
      const [clerk, other, admin] = [await site.as('clerk'), await site.as('clerk'), await site.as('admin')];
      const { to } = await admin.post(`/quan-tri/tai-khoan/${site.ids.clerk}/ngung`);
      expect(shown((await admin.get(to ?? '')).text)).to.contain('Đã ngừng tài khoản');
      for (const visitor of [clerk, other]) expect((await visitor.get('/tai-khoan')).status).to.equal(303);
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(422);
      await admin.post(`/quan-tri/tai-khoan/${site.ids.clerk}/dung-lai`);
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(303);
      expect(await kinds()).to.deep.equal([
        'account-disabled',
        'sign-in-failed',
        'account-enabled',
        'signed-in',
      ]);
    });

    it('ends all sessions of an account whose password is given anew', async () => {
      const [clerk, other, admin] = [await site.as('clerk'), await site.as('clerk'), await site.as('admin')];
      await admin.post(`/quan-tri/tai-khoan/${site.ids.clerk}/cap-lai-mat-khau`);
      for (const visitor of [clerk, other]) expect((await visitor.get('/tai-khoan')).status).to.equal(303);
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status, 'the old one').to.equal(422);
      expect(await kinds()).to.deep.equal(['password-reset', 'sign-in-failed']);
    });

    it('ends all other sessions when someone changes their password, and rotates the one at hand', async () => {
      const [clerk, other, approver] = [
        await site.as('clerk'),
        await site.as('clerk'),
        await site.as('approver'),
      ];
      const held = clerk.cookies.get('phien');
      await clerk.post('/doi-mat-khau', {
        'mat-khau-hien-tai': PASSWORD,
        'mat-khau-moi': NEW_PASSWORD,
        'mat-khau-moi-lan-hai': NEW_PASSWORD,
      });
      expect((await clerk.get('/tai-khoan')).status).to.equal(200);
      for (const visitor of [other, new Visitor(site.url, held)])
        expect((await visitor.get('/tai-khoan')).status).to.equal(303);
      expect((await approver.get('/tai-khoan')).status, 'who has nothing to do with it').to.equal(200);
      expect(await kinds()).to.deep.equal(['password-changed']);
    });

    it('makes who guesses the current password wait too, and records it', async () => {
      const clerk = await site.as('clerk');
      const change = (current: string): Promise<Answered> =>
        clerk.post('/doi-mat-khau', {
          'mat-khau-hien-tai': current,
          'mat-khau-moi': NEW_PASSWORD,
          'mat-khau-moi-lan-hai': NEW_PASSWORD,
        });
      await guess('clerk', 4);
      expect((await change('sai mật khẩu rồi')).status).to.equal(422);
      const slowed = await change(PASSWORD);
      expect([slowed.status, shown(slowed.text).includes('thử lại sau 30 giây')]).to.deep.equal([429, true]);
      expect(await kinds()).to.deep.equal(['sign-in-slowed', 'sign-in-failed']);
      site.wait({ seconds: 30 });
      expect((await change(PASSWORD)).to).to.equal('/tai-khoan?da-doi-mat-khau');
    });

    it('does not let an administrator lock themselves out', async () => {
      const admin = await site.as('admin');
      expect((await admin.post(`/quan-tri/tai-khoan/${site.ids.admin}/ngung`)).status).to.equal(409);
      expect((await admin.get('/tai-khoan')).status).to.equal(200);
    });

    it('has the first password changed before anything else, and ends all other sessions', async () => {
      const [newcomer, elsewhere] = [await site.as('newcomer'), await site.as('newcomer')];
      expect((await newcomer.get('/tai-khoan')).to).to.equal('/doi-mat-khau');
      const change = (current: string, next: string, again = next): Promise<Answered> =>
        newcomer.post('/doi-mat-khau', {
          'mat-khau-hien-tai': current,
          'mat-khau-moi': next,
          'mat-khau-moi-lan-hai': again,
        });
      const refused: readonly (readonly [current: string, next: string, again: string, says: string])[] = [
        ['', NEW_PASSWORD, NEW_PASSWORD, 'Cần ghi mật khẩu đang dùng'],
        [PASSWORD, NEW_PASSWORD, `${NEW_PASSWORD}!`, 'chưa giống mật khẩu mới'],
        ['sai mật khẩu rồi', NEW_PASSWORD, NEW_PASSWORD, 'Mật khẩu hiện tại chưa đúng'],
        [PASSWORD, PASSWORD, PASSWORD, 'phải khác mật khẩu hiện tại'],
        [PASSWORD, 'ngắn quá', 'ngắn quá', 'ít nhất 12 ký tự'],
        [PASSWORD, 'Newcomer-2024!', 'Newcomer-2024!', 'không được chứa tên đăng nhập'],
        [PASSWORD, 'Matkhau@123456', 'Matkhau@123456', 'dễ đoán'],
      ];
      for (const [current, next, again, says] of refused) {
        const { status, text } = await change(current, next, again);
        expect([status, shown(text).includes(says)], says).to.deep.equal([422, true]);
        expect(text).to.not.contain(NEW_PASSWORD);
      }
      const before = newcomer.cookies.get('phien');
      expect((await change(PASSWORD, NEW_PASSWORD)).to).to.equal('/tai-khoan?da-doi-mat-khau');
      expect(newcomer.cookies.get('phien')).to.not.equal(before);
      expect((await newcomer.get('/tai-khoan')).status).to.equal(200);
      expect((await elsewhere.get('/doi-mat-khau')).status, 'the other session').to.equal(303);
      expect((await signIn(new Visitor(site.url), 'newcomer', PASSWORD)).status).to.equal(422);
      // A keyboard that composes marks by itself types the same password.
      expect((await signIn(new Visitor(site.url), 'newcomer', NEW_PASSWORD.normalize('NFD'))).to).to.equal(
        '/',
      );
    });

    it('hashes anew what was hashed at another cost', async () => {
      const cheap = await import('node:crypto').then(({ scryptSync }) =>
        scryptSync(PASSWORD.normalize('NFKC'), 'muối', 32, { N: 2 ** 14, r: 8, p: 1 }).toString('base64url'),
      );
      const old = `scrypt$14$8$1$${Buffer.from('muối').toString('base64url')}$${cheap}`;
      await db('accounts').where({ name: 'clerk' }).update({ password: old });
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(303);
      const row = await db('accounts').where({ name: 'clerk' }).first();
      expect(row?.password).to.match(/^scrypt\$15\$8\$3\$/);
      expect((await signIn(new Visitor(site.url), 'clerk', PASSWORD)).status).to.equal(303);
    });
  });
});

/** What a person reads of a page. */
function shown(html: string): string {
  return html
    .replace(/^.*<main[^>]*>/s, '')
    .replace(/<\/main>.*$/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/value="[^"]*"/g, '')
    .replaceAll(/\s+/g, ' ');
}
