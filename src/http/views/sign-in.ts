/** The page for signing in. It says the same whatever was wrong. */
import { page, type PageAnswer } from '../answer.ts';
import { passwordInput, textInput, titleWith, type ErrorLink } from './components.ts';

export interface SignInState {
  /** The name as it was typed. */
  readonly name: string;
  /** The page to go to afterwards; "" for the person's first. */
  readonly next: string;
  readonly status: number;
  /** What went wrong. */
  readonly error?: string;
  /** The person was signed in, and the session is over. */
  readonly ended?: boolean;
  /** The person signed out. */
  readonly signedOut?: boolean;
}

export function signInPage({ name, next, status, error, ended, signedOut }: SignInState): PageAnswer {
  const errors: readonly ErrorLink[] = error === undefined ? [] : [{ text: error, href: '#ten' }];
  const view = {
    errors,
    notice: ended
      ? 'Để bảo đảm an toàn, phiên làm việc đã kết thúc. Đề nghị đăng nhập lại để tiếp tục.'
      : signedOut
        ? 'Đã đăng xuất.'
        : null,
    next,
    name: textInput({
      name: 'ten',
      label: 'Tên đăng nhập',
      value: name,
      autocomplete: 'username',
    }),
    password: passwordInput({ name: 'mat-khau', label: 'Mật khẩu', autocomplete: 'current-password' }),
  };
  return page('sign-in', titleWith('Đăng nhập', errors), view, { status });
}

export const REFUSED =
  'Tên đăng nhập hoặc mật khẩu chưa đúng. Đề nghị kiểm tra lại; nếu quên mật khẩu, đề nghị liên hệ người quản trị.';

/** The same for a name that nobody has. */
export function waitMessage(seconds: number): string {
  return `Đăng nhập chưa đúng nhiều lần nên phải chờ. Đề nghị thử lại sau ${durationInWords(seconds)}.`;
}

function durationInWords(seconds: number): string {
  return seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
}
