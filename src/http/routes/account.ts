/** A person's own account. */
import { ROLES } from '../../domain/account.ts';
import { entityById } from '../../domain/entity.ts';
import { readBodies } from '../../workflow/accounts/bodies.ts';
import { changePassword } from '../../workflow/accounts/change-password.ts';
import { redirect, type Answer } from '../answer.ts';
import type { PersonVisit, Route } from '../route.ts';
import { changePasswordPage, ownAccountPage } from '../views/account.ts';
import { waitMessage } from '../views/sign-in.ts';

export const ACCOUNT_ROUTES: readonly Route[] = [
  { method: 'get', path: '/tai-khoan', roles: ROLES, body: 'none', handler: showAccount },
  {
    method: 'get',
    path: '/doi-mat-khau',
    roles: ROLES,
    body: 'none',
    beforePasswordChange: true,
    handler: ({ account }) => changePasswordPage(account, {}),
  },
  {
    method: 'post',
    path: '/doi-mat-khau',
    roles: ROLES,
    body: 'none',
    limit: 16 * 1024,
    beforePasswordChange: true,
    handler: doChangePassword,
  },
];

async function showAccount({ workplace, account, query }: PersonVisit): Promise<Answer> {
  const { entity } = account;
  const body = entity === undefined ? undefined : entityById(await readBodies(workplace), entity)?.name;
  return ownAccountPage(account, body, query.has('da-doi-mat-khau'));
}

async function doChangePassword({
  workplace,
  settings,
  account,
  person,
  form,
  address,
}: PersonVisit): Promise<Answer> {
  const current = form.get('mat-khau-hien-tai');
  const next = form.get('mat-khau-moi');
  const missing = {
    ...(current === '' ? { current: 'Cần ghi mật khẩu đang dùng.' } : {}),
    ...(next === '' ? { next: 'Cần ghi mật khẩu mới.' } : {}),
    ...(next !== form.get('mat-khau-moi-lan-hai')
      ? { again: 'Mật khẩu nhập lại chưa giống mật khẩu mới.' }
      : {}),
  };
  if (Object.keys(missing).length > 0) return changePasswordPage(account, missing, 422);
  const result = await changePassword(workplace, person, { current, next, address }, settings.session);
  switch (result.kind) {
    case 'changed':
      return redirect('/tai-khoan?da-doi-mat-khau', { session: result.token });
    case 'refused':
      return changePasswordPage(account, { [result.field]: result.message }, 422);
    case 'wait':
      return changePasswordPage(account, { current: waitMessage(result.seconds) }, 429);
  }
}
