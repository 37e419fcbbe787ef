/** A person's own account, and the page for changing its password. */
import { ROLE_NAMES, type Account } from '../../domain/account.ts';
import { page, type PageAnswer } from '../answer.ts';
import { capital } from './board-words.ts';
import { errorLinks, passwordInput, titleWith } from './components.ts';

export function ownAccountPage(
  { name, fullName, role }: Account,
  body: string | undefined,
  changed: boolean,
): PageAnswer {
  return page('account', 'Tài khoản của tôi', {
    notice: changed ? 'Đã đổi mật khẩu. Các phiên làm việc khác của tài khoản này đã kết thúc.' : null,
    rows: [
      { key: 'Họ và tên', value: fullName },
      { key: 'Tên đăng nhập', value: name },
      { key: 'Vai trò', value: ROLE_NAMES[role] },
      ...(body === undefined ? [] : [{ key: 'Đơn vị', value: capital(body) }]),
    ],
  });
}

export type PasswordField = 'current' | 'next' | 'again';

export function changePasswordPage(
  { name, mustChangePassword }: Account,
  faults: Readonly<Partial<Record<PasswordField, string>>>,
  status = 200,
): PageAnswer {
  const current = passwordInput({
    name: 'mat-khau-hien-tai',
    label: mustChangePassword ? 'Mật khẩu được cấp' : 'Mật khẩu hiện tại',
    autocomplete: 'current-password',
    error: faults.current ?? null,
  });
  const next = passwordInput({
    name: 'mat-khau-moi',
    label: 'Mật khẩu mới',
    hint: 'Ít nhất 12 ký tự, không chứa tên đăng nhập. Nên ghép vài từ dễ nhớ với nhau; có thể dùng dấu cách.',
    autocomplete: 'new-password',
    error: faults.next ?? null,
  });
  const again = passwordInput({
    name: 'mat-khau-moi-lan-hai',
    label: 'Nhập lại mật khẩu mới',
    autocomplete: 'new-password',
    error: faults.again ?? null,
  });
  const errors = errorLinks([current, next, again]);
  return page(
    'change-password',
    titleWith('Đổi mật khẩu', errors),
    { errors, name, first: mustChangePassword, current, next, again },
    { status },
  );
}
