/** What an administrator does to accounts, in the browser or at the command line: add, disable, enable, reset. */
import {
  insertAccount,
  readAccount,
  readAccounts,
  readCredentials,
  updateDisabled,
  updatePassword,
} from '../../db/accounts.ts';
import { appendAccountEvent } from '../../db/account-events.ts';
import { deleteSessionsOf } from '../../db/sessions.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  accountName,
  accountNameFault,
  fullNameFault,
  isOfBody,
  type Account,
  type Person,
  type Role,
} from '../../domain/account.ts';
import { actOf, type Workplace } from '../workplace.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import { forgetFailures } from './attempts.ts';
import { readBodies } from './bodies.ts';
import { firstPassword } from './first-password.ts';
import { hashPassword } from './password.ts';

/** Whoever runs commands on the server; events name them as the workplace does. */
export const OPERATOR = 'operator';
export type Manager = Person | typeof OPERATOR;

export interface AccountInput {
  readonly name: string;
  readonly fullName: string;
  readonly role: Role;
  /** Id of a body. */
  readonly entity?: string;
}

/** What is wrong with an account to be added, by field. */
export type AccountFaults = Readonly<Partial<Record<keyof AccountInput, string>>>;

export type AddResult =
  | { readonly kind: 'added'; readonly account: Account; readonly password: string }
  | { readonly kind: 'refused'; readonly faults: AccountFaults };

/** All accounts, in the order of their names. */
export async function listAccounts(workplace: Workplace, by: Manager): Promise<readonly Account[]> {
  requireManager(by);
  return readAccounts(workplace.db);
}

/** @throws WorkflowProblem "account" when there is none. */
export async function getAccount(workplace: Workplace, by: Manager, id: number): Promise<Account> {
  requireManager(by);
  const account = await readAccount(workplace.db, id);
  if (account) return account;
  throw new WorkflowProblem('account', 'Không có tài khoản này.');
}

/** @throws WorkflowProblem "account" when there is none. */
export async function findAccount(workplace: Workplace, by: Manager, typed: string): Promise<Account> {
  requireManager(by);
  const found = await readCredentials(workplace.db, accountName(typed));
  if (found) return found.account;
  throw new WorkflowProblem('account', `Không có tài khoản “${typed}”. Đề nghị kiểm tra tên đăng nhập.`);
}

/** Adds an account, with a first password that is shown once and must be changed. */
export async function addAccount(workplace: Workplace, by: Manager, input: AccountInput): Promise<AddResult> {
  requireManager(by);
  const account = {
    ...input,
    name: accountName(input.name),
    fullName: input.fullName.trim().replaceAll(/\s+/g, ' ').normalize('NFC'),
  };
  const faults = await faultsOf(workplace, account);
  if (Object.keys(faults).length > 0) return { kind: 'refused', faults };
  const password = firstPassword();
  const hashed = await hashPassword(password);
  return inTransaction(workplace.db, async (trx) => {
    if (await readCredentials(trx, account.name))
      return {
        kind: 'refused',
        faults: { name: `Đã có tài khoản “${account.name}”. Đề nghị chọn tên khác.` },
      };
    const id = await insertAccount(
      trx,
      { ...account, password: hashed, mustChangePassword: true },
      actOfManager(workplace, by),
    );
    return {
      kind: 'added',
      password,
      account: { ...account, id, disabled: false, mustChangePassword: true },
    };
  });
}

/** Ends an account's use, at once; the account and what it did stay on record. */
export async function disableAccount(workplace: Workplace, by: Manager, id: number): Promise<void> {
  requireManager(by);
  if (by !== OPERATOR && by.id === id)
    throw new WorkflowProblem('nothing-to-do', 'Không thể tự ngừng tài khoản đang dùng.');
  await setDisabled(workplace, by, id, true);
}

/** Lets a disabled account be used again, with the password it had. */
export async function enableAccount(workplace: Workplace, by: Manager, id: number): Promise<void> {
  requireManager(by);
  await setDisabled(workplace, by, id, false);
}

/**
 * Gives an account a new first password, ends its sessions, and lets it be tried again at once.
 * @returns the password, which is kept nowhere
 */
export async function resetPassword(workplace: Workplace, by: Manager, id: number): Promise<string> {
  const { name } = await getAccount(workplace, by, id);
  const password = firstPassword();
  const hashed = await hashPassword(password);
  await inTransaction(workplace.db, async (trx) => {
    await updatePassword(trx, id, hashed, true);
    await deleteSessionsOf(trx, id);
    await forgetFailures(trx, name);
    await appendAccountEvent(trx, { kind: 'password-reset', account: id }, actOfManager(workplace, by));
  });
  return password;
}

async function setDisabled(workplace: Workplace, by: Manager, id: number, disabled: boolean): Promise<void> {
  await inTransaction(workplace.db, async (trx) => {
    const account = await readAccount(trx, id);
    if (!account) throw new WorkflowProblem('account', 'Không có tài khoản này.');
    if (account.disabled === disabled)
      throw new WorkflowProblem(
        'nothing-to-do',
        `Tài khoản “${account.name}” ${disabled ? 'đã ngừng sử dụng' : 'đang được sử dụng'} từ trước.`,
      );
    await updateDisabled(trx, id, disabled, actOfManager(workplace, by));
    if (disabled) await deleteSessionsOf(trx, id);
  });
}

async function faultsOf(
  workplace: Workplace,
  { name, fullName, role, entity }: AccountInput,
): Promise<AccountFaults> {
  const entityFault =
    isOfBody(role) === (entity !== undefined)
      ? entity === undefined || (await readBodies(workplace)).some(({ id }) => id === entity)
        ? undefined
        : 'Không có đơn vị này trong danh mục.'
      : isOfBody(role)
        ? 'Cần chọn đơn vị của người dùng.'
        : 'Vai trò này không thuộc đơn vị báo cáo nào; đề nghị bỏ chọn đơn vị.';
  const faults = { name: accountNameFault(name), fullName: fullNameFault(fullName), entity: entityFault };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== undefined));
}

export function actOfManager(workplace: Workplace, by: Manager): ReturnType<typeof actOf> {
  return actOf(by === OPERATOR ? workplace : { ...workplace, actor: by.name });
}

/** @throws WorkflowProblem "forbidden" */
export function requireManager(by: Manager): void {
  if (by !== OPERATOR && by.role !== 'admin')
    throw new WorkflowProblem(
      'forbidden',
      'Chỉ người quản trị được xem và thay đổi tài khoản, cài đặt của đơn vị.',
    );
}
