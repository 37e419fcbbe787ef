/** Which new passwords are refused. Length is what counts; what everybody tries first is refused. */
import { COMMON_PASSWORDS } from './common-passwords.ts';

const SHORTEST = 12;
/** Longer ones would only cost time to hash. */
const LONGEST = 200;
const FEWEST_DIFFERENT = 5;

/**
 * What is wrong with a new password, as a sentence; undefined when nothing is.
 * @param password as normalised by `normalPassword`
 * @param name of its account
 */
export function passwordFault(password: string, name: string): string | undefined {
  const characters = Array.from(password);
  if (characters.length < SHORTEST)
    return `Mật khẩu cần có ít nhất ${SHORTEST} ký tự; nên ghép vài từ dễ nhớ với nhau.`;
  if (characters.length > LONGEST) return `Mật khẩu dài tối đa ${LONGEST} ký tự.`;
  const plain = password.toLowerCase();
  if (plain.includes(name)) return 'Mật khẩu không được chứa tên đăng nhập.';
  if (COMMON_PASSWORDS.has(plain.replaceAll(/[\s._-]/g, '')) || new Set(characters).size < FEWEST_DIFFERENT)
    return 'Mật khẩu này dễ đoán vì nhiều người dùng. Đề nghị chọn mật khẩu khác.';
  return undefined;
}

/** One text for one password, however the keyboard composes "ế". */
export function normalPassword(typed: string): string {
  return typed.normalize('NFKC');
}
