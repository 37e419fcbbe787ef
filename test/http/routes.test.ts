/**
 * Every route, asked by everyone. A route that is not in the table fails, and so does a row that no route has.
 *
 * A row: what is asked (a route, or one of its paths), then the answer to each: nobody, a newcomer whose first password is
 * not changed, clerk, approver, admin, compiler, reviewer. "→" is a redirect. Forms are sent empty, with a good token.
 */
import { expect } from 'chai';
import type { Database } from '../../src/db/connect.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { forEachDatabase } from '../databases.ts';
import { openSite, Visitor, type Site, type Who } from './site.ts';

type Answers = readonly [
  nobody: string,
  newcomer: string,
  clerk: string,
  approver: string,
  admin: string,
  compiler: string,
  reviewer: string,
];

const ASKED: readonly ('nobody' | Who)[] = [
  'nobody',
  'newcomer',
  'clerk',
  'approver',
  'admin',
  'compiler',
  'reviewer',
];

/** Only the administrator, and for the others what everyone else gets. */
const adminOnly = (path: string, answer: string): Answers => [
  path,
  '→ /doi-mat-khau',
  '403',
  '403',
  answer,
  '403',
  '403',
];
/** Everyone who is signed in. */
const signedIn = (nobody: string, answer: string, newcomer = '→ /doi-mat-khau'): Answers => [
  nobody,
  newcomer,
  answer,
  answer,
  answer,
  answer,
  answer,
];
/** The compiling department: a compiler, and a reviewer, who may not change anything. */
const ofDepartment = (path: string, compiler: string, reviewer: string): Answers => [
  path,
  '→ /doi-mat-khau',
  '403',
  '403',
  '403',
  compiler,
  reviewer,
];
const back = (path: string): string => `→ /dang-nhap?tiep=${encodeURIComponent(path)}`;
const SIGN_IN = '→ /dang-nhap';
const LIST = '/quan-tri/tai-khoan';
const BODIES = '/quan-tri/don-vi';
/** Pages of the department, for a period that was never opened. */
const DESK = '/theo-doi/:report/:period';
const UNOPENED = '/theo-doi/chuyen-doi-so/2031-01';
const look = (path: string, there = '404'): Answers => ofDepartment(back(path), there, there);

/** "METHOD pattern" of the route, the path that is asked, the answers. */
const FORM = '/bieu/:report/:period/:form';
/** A form of a period that is not open: nothing is there, for those who may ask. */
const NOT_OPEN = '/bieu/chuyen-doi-so/2024-10/F-TINH';
/** Only a body's own staff. */
const ofBody = (nobody: string, clerk: string, approver: string): Answers => [
  nobody,
  '→ /doi-mat-khau',
  clerk,
  approver,
  '403',
  '403',
  '403',
];

const TABLE: readonly (readonly [route: string, path: string, answers: Answers])[] = [
  [
    'get /',
    '/',
    [
      SIGN_IN,
      '→ /doi-mat-khau',
      '→ /viec-cua-toi',
      '→ /viec-cua-toi',
      '→ /quan-tri/tai-khoan',
      '→ /theo-doi',
      '→ /theo-doi',
    ],
  ],
  [
    'get /dang-nhap',
    '/dang-nhap',
    [
      '200',
      '→ /tai-khoan',
      '→ /viec-cua-toi',
      '→ /viec-cua-toi',
      '→ /quan-tri/tai-khoan',
      '→ /theo-doi',
      '→ /theo-doi',
    ],
  ],
  ['post /dang-nhap', '/dang-nhap', signedIn('422', '422', '422')],
  [
    'post /dang-xuat',
    '/dang-xuat',
    signedIn(SIGN_IN, '→ /dang-nhap?da-dang-xuat', '→ /dang-nhap?da-dang-xuat'),
  ],
  ['get /tai-khoan', '/tai-khoan', signedIn(back('/tai-khoan'), '200')],
  ['get /doi-mat-khau', '/doi-mat-khau', signedIn(back('/doi-mat-khau'), '200', '200')],
  ['post /doi-mat-khau', '/doi-mat-khau', signedIn(SIGN_IN, '422', '422')],
  [`get ${LIST}`, LIST, adminOnly(back(LIST), '200')],
  [`get ${LIST}/them`, `${LIST}/them`, adminOnly(back(`${LIST}/them`), '200')],
  [`post ${LIST}/them`, `${LIST}/them`, adminOnly(SIGN_IN, '422')],
  [`get ${LIST}/:id`, `${LIST}/1`, adminOnly(back(`${LIST}/1`), '200')],
  [`get ${LIST}/:id`, `${LIST}/999999`, adminOnly(back(`${LIST}/999999`), '404')],
  [`get ${LIST}/:id`, `${LIST}/abc`, adminOnly(back(`${LIST}/abc`), '404')],
  [`post ${LIST}/:id/dung-lai`, `${LIST}/1/dung-lai`, adminOnly(SIGN_IN, '409')],
  [`post ${LIST}/:id/ngung`, `${LIST}/999999/ngung`, adminOnly(SIGN_IN, '404')],
  [`post ${LIST}/:id/cap-lai-mat-khau`, `${LIST}/999999/cap-lai-mat-khau`, adminOnly(SIGN_IN, '404')],
  [`get ${BODIES}`, BODIES, adminOnly(back(BODIES), '200')],
  [`get ${BODIES}/:entity`, `${BODIES}/an-giang`, adminOnly(back(`${BODIES}/an-giang`), '200')],
  [`get ${BODIES}/:entity`, `${BODIES}/khong-co`, adminOnly(back(`${BODIES}/khong-co`), '404')],
  [`post ${BODIES}/:entity/duyet`, `${BODIES}/an-giang/duyet`, adminOnly(SIGN_IN, '400')],
  [`get ${FORM}/kiem-tra`, `${NOT_OPEN}/kiem-tra`, ofBody(back(`${NOT_OPEN}/kiem-tra`), '404', '403')],
  [`post ${FORM}/kiem-tra`, `${NOT_OPEN}/kiem-tra`, ofBody(SIGN_IN, '400', '403')],
  [`get ${FORM}/duyet`, `${NOT_OPEN}/duyet`, ofBody(back(`${NOT_OPEN}/duyet`), '403', '404')],
  [`post ${FORM}/duyet`, `${NOT_OPEN}/duyet`, ofBody(SIGN_IN, '403', '400')],
  [`get ${FORM}/bien-nhan`, `${NOT_OPEN}/bien-nhan`, ofBody(back(`${NOT_OPEN}/bien-nhan`), '404', '404')],
  [`get ${FORM}/phien-ban`, `${NOT_OPEN}/phien-ban`, ofBody(back(`${NOT_OPEN}/phien-ban`), '404', '404')],
  [`post ${FORM}/phien-ban`, `${NOT_OPEN}/phien-ban`, ofBody(SIGN_IN, '404', '404')],
  [`get ${FORM}/cong-van`, `${NOT_OPEN}/cong-van`, ofBody(back(`${NOT_OPEN}/cong-van`), '404', '404')],
  [`post ${FORM}/cong-van`, `${NOT_OPEN}/cong-van`, ofBody(SIGN_IN, '400', '403')],
  [`post ${FORM}/tep`, `${NOT_OPEN}/tep`, ofBody(SIGN_IN, '404', '403')],
  [`get ${FORM}/tep/:tep`, `${NOT_OPEN}/tep/1`, ofBody(back(`${NOT_OPEN}/tep/1`), '404', '404')],
  [`get ${FORM}/tep/:tep`, `${NOT_OPEN}/tep/x`, ofBody(back(`${NOT_OPEN}/tep/x`), '404', '404')],
  [`post ${FORM}/tep/:tep/xoa`, `${NOT_OPEN}/tep/1/xoa`, ofBody(SIGN_IN, '404', '403')],
  [`get ${FORM}/excel`, `${NOT_OPEN}/excel`, ofBody(back(`${NOT_OPEN}/excel`), '404', '403')],
  [`get ${FORM}/excel/mau`, `${NOT_OPEN}/excel/mau`, ofBody(back(`${NOT_OPEN}/excel/mau`), '404', '403')],
  [`post ${FORM}/excel`, `${NOT_OPEN}/excel`, ofBody(SIGN_IN, '404', '403')],
  [`post ${FORM}/excel/nhan`, `${NOT_OPEN}/excel/nhan`, ofBody(SIGN_IN, '404', '403')],
  ['get /dau-moi', '/dau-moi', ofBody(back('/dau-moi'), '200', '200')],
  ['post /dau-moi', '/dau-moi', ofBody(SIGN_IN, '422', '422')],
  ['get /theo-doi', '/theo-doi', look('/theo-doi', '200')],
  [`get ${DESK}`, UNOPENED, look(UNOPENED)],
  [`get ${DESK}/tong-hop`, `${UNOPENED}/tong-hop`, look(`${UNOPENED}/tong-hop`)],
  [
    `get ${DESK}/tong-hop/tien-do`,
    `${UNOPENED}/tong-hop/tien-do`,
    look(`${UNOPENED}/tong-hop/tien-do`, '200'),
  ],
  [`post ${DESK}/tong-hop`, `${UNOPENED}/tong-hop`, ofDepartment(SIGN_IN, '400', '403')],
  [
    `post ${DESK}/tong-hop/giai-trinh`,
    `${UNOPENED}/tong-hop/giai-trinh`,
    ofDepartment(SIGN_IN, '404', '403'),
  ],
  ...['', '/report.html', '/report.pdf', '/findings.json', '/ledger.json'].map(
    (file): (typeof TABLE)[number] => [
      `get ${DESK}/tong-hop/ban/:number${file}`,
      `${UNOPENED}/tong-hop/ban/1${file}`,
      look(`${UNOPENED}/tong-hop/ban/1${file}`),
    ],
  ),
  [`get ${DESK}/:form/:entity`, `${UNOPENED}/F-TINH/an-giang`, look(`${UNOPENED}/F-TINH/an-giang`)],
  [
    `get ${DESK}/:form/:entity/tep/:attachment`,
    `${UNOPENED}/F-TINH/an-giang/tep/1`,
    look(`${UNOPENED}/F-TINH/an-giang/tep/1`),
  ],
  [
    `post ${DESK}/:form/:entity/tiep-nhan`,
    `${UNOPENED}/F-TINH/an-giang/tiep-nhan`,
    ofDepartment(SIGN_IN, '404', '403'),
  ],
  ...['tra-lai', 'mien-nop', 'mo-lai'].map((act): (typeof TABLE)[number] => [
    `post ${DESK}/:form/:entity/${act}`,
    `${UNOPENED}/F-TINH/an-giang/${act}`,
    ofDepartment(SIGN_IN, '404', '403'),
  ]),
  ['get /viec-cua-toi', '/viec-cua-toi', ofBody(back('/viec-cua-toi'), '200', '200')],
  [`get ${FORM}`, NOT_OPEN, ofBody(back(NOT_OPEN), '404', '404')],
  [`post ${FORM}`, NOT_OPEN, ofBody(SIGN_IN, '404', '403')],
  [`get ${FORM}/thay-doi`, `${NOT_OPEN}/thay-doi`, ofBody(back(`${NOT_OPEN}/thay-doi`), '404', '403')],
  [`post ${FORM}/luu`, `${NOT_OPEN}/luu`, ofBody(SIGN_IN, '400', '403')],
  [`post ${FORM}/dong`, `${NOT_OPEN}/dong`, ofBody(SIGN_IN, '400', '403')],
];

describe('every route, asked by everyone', () => {
  forEachDatabase((name, open) => {
    let db: Database;
    let site: Site;
    before(async () => {
      db = await open();
      site = await openSite(db);
    });
    after(() => site.stop());

    it('stands in the table', () => {
      const routes = ROUTES.map(({ method, path }) => `${method} ${path}`);
      expect([...new Set(TABLE.map(([route]) => route))].sort()).to.deep.equal([...routes].sort());
    });

    const asked = async (who: 'nobody' | Who): Promise<Visitor> =>
      who === 'nobody' ? new Visitor(site.url) : site.as(who);
    for (const [route, path, answers] of TABLE)
      it(`${route}: ${path}`, async () => {
        const isPost = route.startsWith('post ');
        const got: string[] = [];
        for (const who of ASKED) {
          const visitor = await asked(who);
          const { status, to } = await (isPost ? visitor.post(path) : visitor.get(path));
          got.push(status === 303 ? `→ ${to}` : String(status));
        }
        expect(got).to.deep.equal([...answers]);
      });

    if (name === 'SQLite')
      for (const { method, path, roles } of ROUTES)
        if (method === 'post')
          it(`refuses ${path} without the token of its page, or from elsewhere`, async () => {
            const [role = 'admin'] = roles === 'anyone' ? [] : roles;
            const target = path.replaceAll(/:\w+/g, '1');
            const visitor = await site.as(role);
            const body = new URLSearchParams({ _csrf: await visitor.token() });
            const foreign: readonly RequestInit[] = [
              { body: new URLSearchParams() },
              { body: new URLSearchParams({ _csrf: 'x'.repeat(86) }) },
              { body: new URLSearchParams({ _csrf: await (await site.as(role)).token() }) },
              { body, headers: { 'Sec-Fetch-Site': 'cross-site' } },
              { body, headers: { 'Sec-Fetch-Site': 'same-site' } },
              { body, headers: { Origin: 'https://example.com' } },
              { body, headers: { Origin: 'null' } },
            ];
            for (const request of foreign)
              expect((await visitor.send(target, { method: 'POST', ...request })).status).to.equal(403);
          });
  });
});
