/** The administrator's desk: accounts. */
import { isRole, type Account } from '../../domain/account.ts';
import { bodiesOfDay, readBodies } from '../../workflow/accounts/bodies.ts';
import {
  addAccount,
  disableAccount,
  enableAccount,
  getAccount,
  listAccounts,
  resetPassword,
} from '../../workflow/accounts/manage.ts';
import { redirect, type Answer } from '../answer.ts';
import { notFound } from '../problem.ts';
import type { PersonVisit, Route } from '../route.ts';
import {
  accountPage,
  accountsPage,
  firstPasswordPage,
  newAccountPage,
  type NewAccountTyped,
} from '../views/admin.ts';

const LIST = '/quan-tri/tai-khoan';
const ADMIN = { roles: ['admin'], body: 'none' } as const;

export const ADMIN_ROUTES: readonly Route[] = [
  { method: 'get', path: LIST, ...ADMIN, handler: showAccounts },
  { method: 'get', path: `${LIST}/them`, ...ADMIN, handler: showNewAccount },
  { method: 'post', path: `${LIST}/them`, ...ADMIN, handler: doAddAccount },
  { method: 'get', path: `${LIST}/:id`, ...ADMIN, handler: showAccount },
  { method: 'post', path: `${LIST}/:id/ngung`, ...ADMIN, handler: doDisable },
  { method: 'post', path: `${LIST}/:id/dung-lai`, ...ADMIN, handler: doEnable },
  { method: 'post', path: `${LIST}/:id/cap-lai-mat-khau`, ...ADMIN, handler: doReset },
];

async function showAccounts({ workplace, person, query }: PersonVisit): Promise<Answer> {
  const asked = Number(query.get('trang'));
  const search = {
    text: query.get('tim').trim().slice(0, 100),
    page: Number.isSafeInteger(asked) ? asked : 1,
  };
  return accountsPage(await listAccounts(workplace, person), await readBodies(workplace), search);
}

const NOTICES: Readonly<Record<string, string>> = {
  'da-ngung': 'Đã ngừng tài khoản; người dùng đã bị đăng xuất.',
  'da-dung-lai': 'Tài khoản được dùng lại với mật khẩu cũ.',
};

async function showAccount(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, query } = visit;
  const account = await accountOf(visit);
  const notice = query.names().find((name) => Object.hasOwn(NOTICES, name));
  return accountPage(
    account,
    await readBodies(workplace),
    account.id === person.id,
    notice === undefined ? null : (NOTICES[notice] ?? null),
  );
}

async function showNewAccount(visit: PersonVisit): Promise<Answer> {
  return newAccountPage({ name: '', fullName: '', role: '', entity: '' }, {}, await bodiesToday(visit));
}

async function doAddAccount(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const typed: NewAccountTyped = {
    name: form.get('ten').trim().slice(0, 100),
    fullName: form.get('ho-ten').trim().slice(0, 200),
    role: form.get('vai-tro'),
    entity: form.get('don-vi'),
  };
  const { role, entity } = typed;
  if (!isRole(role))
    return newAccountPage(typed, { role: 'Cần chọn vai trò.' }, await bodiesToday(visit), 422);
  const result = await addAccount(workplace, person, {
    name: typed.name,
    fullName: typed.fullName,
    role,
    ...(entity === '' ? {} : { entity }),
  });
  return result.kind === 'added'
    ? firstPasswordPage(result.account, result.password, true)
    : newAccountPage(typed, result.faults, await bodiesToday(visit), 422);
}

async function doDisable(visit: PersonVisit): Promise<Answer> {
  const { id } = await accountOf(visit);
  await disableAccount(visit.workplace, visit.person, id);
  return redirect(`${LIST}/${id}?da-ngung`);
}

async function doEnable(visit: PersonVisit): Promise<Answer> {
  const { id } = await accountOf(visit);
  await enableAccount(visit.workplace, visit.person, id);
  return redirect(`${LIST}/${id}?da-dung-lai`);
}

async function doReset(visit: PersonVisit): Promise<Answer> {
  const account = await accountOf(visit);
  return firstPasswordPage(account, await resetPassword(visit.workplace, visit.person, account.id), false);
}

/** The account that the path names. PostgreSQL's ids end at 2³¹ − 1. */
async function accountOf({ workplace, person, params }: PersonVisit): Promise<Account> {
  const typed = params['id'] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(typed)) throw notFound();
  return getAccount(workplace, person, Number(typed));
}

async function bodiesToday({ workplace }: PersonVisit): ReturnType<typeof readBodies> {
  return bodiesOfDay(await readBodies(workplace), workplace.now().slice(0, 10));
}
