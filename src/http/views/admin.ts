/** The administrator's pages: accounts as a list, one of them, a new one, and a first password, shown once. */
import { isOfBody, ROLE_NAMES, ROLES, type Account } from '../../domain/account.ts';
import { entityById, type Entity } from '../../domain/entity.ts';
import type { AccountFaults } from '../../workflow/accounts/manage.ts';
import { page, type PageAnswer } from '../answer.ts';
import { capital, plainText } from './board-words.ts';
import { choices, errorLinks, pagination, textInput, titleWith, type Tag } from './components.ts';

const LIST = '/quan-tri/tai-khoan';
const PAGE_SIZE = 50;

export interface AccountSearch {
  /** What names, bodies and roles are searched for; "" for all. */
  readonly text: string;
  /** Counted from 1. */
  readonly page: number;
}

export function accountsPage(
  accounts: readonly Account[],
  bodies: readonly Entity[],
  { text, page: asked }: AccountSearch,
): PageAnswer {
  const rows = accounts.map((account) => accountRow(account, bodies)).filter((row) => matches(row, text));
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const current = Math.min(Math.max(1, asked), pages);
  const hrefOf = (number: number): string =>
    `${LIST}?${new URLSearchParams({ ...(text === '' ? {} : { tim: text }), trang: String(number) }).toString()}`;
  return page('accounts', 'Tài khoản', {
    search: textInput({
      name: 'tim',
      label: 'Tìm theo tên, đơn vị hoặc vai trò',
      type: 'search',
      value: text,
    }),
    count: rows.length,
    total: accounts.length,
    rows: rows.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE),
    pagination: pagination(current, pages, hrefOf),
  });
}

interface AccountRow {
  readonly href: string;
  readonly name: string;
  readonly fullName: string;
  readonly role: string;
  readonly body: string;
  readonly tag: Tag;
}

function accountRow(account: Account, bodies: readonly Entity[]): AccountRow {
  return {
    href: `${LIST}/${account.id}`,
    name: account.name,
    fullName: account.fullName,
    role: ROLE_NAMES[account.role],
    body: bodyName(account, bodies),
    tag: stateOf(account),
  };
}

function bodyName({ entity }: Account, bodies: readonly Entity[]): string {
  return entity === undefined ? '' : capital(entityById(bodies, entity)?.name ?? entity);
}

function stateOf({ disabled, mustChangePassword }: Account): Tag {
  if (disabled) return { text: 'Đã ngừng', colour: 'grey' };
  return mustChangePassword
    ? { text: 'Chưa đổi mật khẩu được cấp', colour: 'yellow' }
    : { text: 'Đang dùng', colour: 'green' };
}

function matches({ name, fullName, role, body }: AccountRow, text: string): boolean {
  const sought = plainText(text).split(/\s+/);
  const all = plainText([name, fullName, role, body].join(' '));
  return sought.every((word) => all.includes(word));
}

export function accountPage(
  account: Account,
  bodies: readonly Entity[],
  own: boolean,
  notice: string | null,
): PageAnswer {
  const { id, name, fullName, role, disabled } = account;
  const body = bodyName(account, bodies);
  return page('account-one', `Tài khoản ${name}`, {
    notice,
    fullName,
    rows: [
      { key: 'Họ và tên', value: fullName },
      { key: 'Tên đăng nhập', value: name },
      { key: 'Vai trò', value: ROLE_NAMES[role] },
      ...(body === '' ? [] : [{ key: 'Đơn vị', value: body }]),
    ],
    tag: stateOf(account),
    disabled,
    own,
    base: `${LIST}/${id}`,
  });
}

/** What was typed about a new account, as texts. */
export interface NewAccountTyped {
  readonly name: string;
  readonly fullName: string;
  readonly role: string;
  readonly entity: string;
}

export function newAccountPage(
  typed: NewAccountTyped,
  faults: AccountFaults,
  bodies: readonly Entity[],
  status = 200,
): PageAnswer {
  const name = textInput({
    name: 'ten',
    label: 'Tên đăng nhập',
    hint: 'Chữ thường không dấu, ví dụ nguyen.an. Không đổi được về sau.',
    value: typed.name,
    classes: 'govuk-input--width-20',
    error: faults.name ?? null,
  });
  const fullName = textInput({
    name: 'ho-ten',
    label: 'Họ và tên',
    value: typed.fullName,
    error: faults.fullName ?? null,
  });
  const role = choices(
    { name: 'vai-tro', label: 'Vai trò', error: faults.role ?? null },
    typed.role,
    ROLES.map((one) => ({ value: one, text: ROLE_NAMES[one], hint: ROLE_HINTS[one] })),
  );
  const entity = choices(
    {
      name: 'don-vi',
      label: 'Đơn vị',
      hint: `Chỉ với ${ROLES.filter(isOfBody)
        .map((one) => ROLE_NAMES[one].toLowerCase())
        .join(' và ')}.`,
      error: faults.entity ?? null,
    },
    typed.entity,
    [
      { value: '', text: 'Không thuộc đơn vị báo cáo' },
      ...bodies.map(({ id, name: text }) => ({ value: id, text })),
    ],
  );
  const errors = errorLinks([name, fullName, role, entity]);
  return page(
    'account-new',
    titleWith('Thêm tài khoản', errors),
    { errors, name, fullName, role, entity },
    { status },
  );
}

const ROLE_HINTS: Readonly<Record<Account['role'], string>> = {
  clerk: 'Nhập số liệu của đơn vị mình và trình lãnh đạo.',
  approver: 'Xem, duyệt hoặc trả lại phiếu của đơn vị mình.',
  admin: 'Quản lý tài khoản, quy định việc duyệt của đơn vị; không xem số liệu.',
  compiler: 'Tiếp nhận, trả lại phiếu của các đơn vị và tổng hợp báo cáo.',
  reviewer: 'Chỉ xem tình hình nộp và các phiếu; không thay đổi gì.',
};

/** @param added false: an account that was there got a new password */
export function firstPasswordPage(account: Account, password: string, added: boolean): PageAnswer {
  return page('first-password', added ? 'Đã thêm tài khoản' : 'Đã cấp lại mật khẩu', {
    added,
    name: account.name,
    fullName: account.fullName,
    password,
    href: `${LIST}/${account.id}`,
  });
}
