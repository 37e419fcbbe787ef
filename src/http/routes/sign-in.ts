/** Signing in and out, and the page that "/" leads to. */
import { endSession } from '../../workflow/accounts/session.ts';
import { signIn } from '../../workflow/accounts/sign-in.ts';
import { redirect, type Answer } from '../answer.ts';
import type { PersonVisit, Route, Visit } from '../route.ts';
import { ROLES } from '../../domain/account.ts';
import { REFUSED, signInPage, waitMessage } from '../views/sign-in.ts';

export const SIGN_IN_ROUTES: readonly Route[] = [
  { method: 'get', path: '/', roles: ROLES, body: 'none', handler: showHome },
  { method: 'get', path: '/dang-nhap', roles: 'anyone', body: 'none', handler: showSignIn },
  { method: 'post', path: '/dang-nhap', roles: 'anyone', body: 'none', limit: 16 * 1024, handler: doSignIn },
  {
    method: 'post',
    path: '/dang-xuat',
    roles: ROLES,
    body: 'none',
    beforePasswordChange: true,
    handler: doSignOut,
  },
];

function showHome({ home }: PersonVisit): Answer {
  return redirect(home);
}

function showSignIn({ account, query, session, home }: Visit): Answer {
  if (account) return redirect(home);
  const next = ownPath(query.get('tiep'));
  return signInPage({
    name: '',
    next,
    status: 200,
    // Who still holds a session that is over did not sign out.
    ended: session !== undefined && session !== '',
    signedOut: query.has('da-dang-xuat'),
  });
}

async function doSignIn({ workplace, settings, form, address, session }: Visit): Promise<Answer> {
  const [name, password, next] = [form.get('ten'), form.get('mat-khau'), ownPath(form.get('tiep'))];
  if (name.trim() === '' || password === '')
    return signInPage({ name, next, status: 422, error: 'Cần ghi tên đăng nhập và mật khẩu.' });
  const replaces = session === undefined ? {} : { replaces: session };
  const result = await signIn(workplace, { name, password, address, ...replaces }, settings.session);
  switch (result.kind) {
    case 'signed-in':
      return redirect(next === '' ? '/' : next, { session: result.token });
    case 'refused':
      return signInPage({ name, next, status: 422, error: REFUSED });
    case 'wait':
      return signInPage({ name, next, status: 429, error: waitMessage(result.seconds) });
  }
}

async function doSignOut({ workplace, account, session }: PersonVisit): Promise<Answer> {
  if (session !== undefined) await endSession(workplace, account, session);
  return redirect('/dang-nhap?da-dang-xuat', { session: null });
}

/** A path within the application, or "": an address elsewhere could be a trap. */
function ownPath(path: string): string {
  return /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(path) ? path : '';
}
