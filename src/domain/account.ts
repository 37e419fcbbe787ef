/** Who uses the system in the browser: an account has one role, and those of a body's own staff belong to that body. */

/** clerk and approver are staff of one body; admin, compiler and reviewer belong to none. */
export type Role = 'clerk' | 'approver' | 'admin' | 'compiler' | 'reviewer';

export const ROLES: readonly Role[] = ['clerk', 'approver', 'admin', 'compiler', 'reviewer'];

/** As screens name them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: 'Chuyên viên',
  approver: 'Lãnh đạo đơn vị',
  admin: 'Quản trị',
  compiler: 'Chuyên viên tổng hợp',
  reviewer: 'Người theo dõi',
};

export interface Account {
  readonly id: number;
  /** What one signs in with: lower-case letters without diacritics, digits, ".", "_" and "-". */
  readonly name: string;
  readonly fullName: string;
  readonly role: Role;
  /** Id of the body; there exactly when the role is that of a body's staff. */
  readonly entity?: string;
  readonly disabled: boolean;
  /** The password was given by someone else, and nothing else can be done before it is changed. */
  readonly mustChangePassword: boolean;
}

/** Who acts. */
export type Person = Pick<Account, 'id' | 'name' | 'fullName' | 'role' | 'entity'>;

/** True for the roles whose accounts belong to a body. */
export function isOfBody(role: Role): boolean {
  return role === 'clerk' || role === 'approver';
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** Who acts at the command line without having said who they are: see config.ts. */
export const COMMAND_LINE = 'command-line';

/** What people read for the name of an actor that no account has. */
export function actorWithoutAccount(actor: string): string {
  return actor === COMMAND_LINE ? 'dòng lệnh trên máy chủ' : actor;
}

/** A name as it is looked up: people type capitals and blanks around it. At most 100 characters are kept. */
export function accountName(typed: string): string {
  return typed.trim().toLowerCase().slice(0, 100);
}

/** What is wrong with the name of a new account, as a sentence; undefined when nothing is. */
export function accountNameFault(name: string): string | undefined {
  return /^[a-z][a-z0-9._-]{2,39}$/.test(name)
    ? undefined
    : 'Tên đăng nhập gồm 3 đến 40 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới; bắt đầu bằng chữ.';
}

/** What is wrong with a person's name; undefined when nothing is. */
export function fullNameFault(name: string): string | undefined {
  if (name === '') return 'Cần ghi họ và tên.';
  return name.length <= 100 && !/\p{Cc}/u.test(name)
    ? undefined
    : 'Họ và tên dài tối đa 100 ký tự, trên một dòng.';
}
