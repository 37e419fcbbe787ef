/** tong-hop user add|disable|enable|reset|list: the accounts of the people who use the pages. */
import { Command, InvalidArgumentError } from 'commander';
import { isRole, ROLE_NAMES, ROLES, type Role } from '../domain/account.ts';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

interface AddOptions {
  readonly role: Role;
  readonly fullName: string;
  readonly body?: string;
}

const NAME = ['<tên>', 'tên đăng nhập, ví dụ nguyen.an'] as const;

export function userCommand(terminal: Terminal): Command {
  const command = new Command('user').description('tài khoản của người dùng trang web');
  command
    .command('add')
    .description('thêm tài khoản và in mật khẩu cấp lần đầu, một lần duy nhất')
    .argument(...NAME)
    .requiredOption(
      '--role <vai trò>',
      ROLES.map((role) => `${role} (${ROLE_NAMES[role]})`).join(', '),
      roleArgument,
    )
    .requiredOption('--full-name <họ tên>', 'họ và tên')
    .option('--body <đơn vị>', 'mã hoặc tên đơn vị; chỉ với clerk và approver')
    .action((name: string, options: AddOptions) =>
      withSession(terminal, async (session) => {
        const [{ addAccount, OPERATOR }, { findBody, readBodies }] = await Promise.all([
          import('../workflow/accounts/manage.ts'),
          import('../workflow/accounts/bodies.ts'),
        ]);
        const { role, fullName, body } = options;
        const entity = body === undefined ? {} : { entity: findBody(await readBodies(session), body).id };
        const result = await addAccount(session, OPERATOR, { name, fullName, role, ...entity });
        if (result.kind === 'added') {
          session.say(`Đã thêm tài khoản “${result.account.name}”. ${firstPasswordLine(result.password)}`);
          return;
        }
        const { WorkflowProblem } = await import('../workflow/workflow-problem.ts');
        throw new WorkflowProblem(
          'input',
          'Chưa thêm được tài khoản. Đề nghị sửa:',
          Object.values(result.faults),
        );
      }),
    );
  command
    .command('disable')
    .description('ngừng tài khoản; người dùng bị đăng xuất ngay')
    .argument(...NAME)
    .action((name: string) =>
      withSession(terminal, async (session) => {
        const { disableAccount, findAccount, OPERATOR } = await import('../workflow/accounts/manage.ts');
        const account = await findAccount(session, OPERATOR, name);
        await disableAccount(session, OPERATOR, account.id);
        session.say(`Đã ngừng tài khoản “${account.name}”.`);
      }),
    );
  command
    .command('enable')
    .description('cho dùng lại tài khoản đã ngừng')
    .argument(...NAME)
    .action((name: string) =>
      withSession(terminal, async (session) => {
        const { enableAccount, findAccount, OPERATOR } = await import('../workflow/accounts/manage.ts');
        const account = await findAccount(session, OPERATOR, name);
        await enableAccount(session, OPERATOR, account.id);
        session.say(`Tài khoản “${account.name}” được dùng lại.`);
      }),
    );
  command
    .command('reset')
    .description('cấp lại mật khẩu, in một lần duy nhất; bỏ thời gian chờ do đăng nhập sai')
    .argument(...NAME)
    .action((name: string) =>
      withSession(terminal, async (session) => {
        const { findAccount, OPERATOR, resetPassword } = await import('../workflow/accounts/manage.ts');
        const account = await findAccount(session, OPERATOR, name);
        const password = await resetPassword(session, OPERATOR, account.id);
        session.say(`Đã cấp lại mật khẩu của “${account.name}”. ${firstPasswordLine(password)}`);
      }),
    );
  return command;
}

function firstPasswordLine(password: string): string {
  return `Mật khẩu: ${password} (chỉ in một lần, phải đổi khi đăng nhập).`;
}

function roleArgument(text: string): Role {
  if (isRole(text)) return text;
  throw new InvalidArgumentError(`Vai trò là một trong: ${ROLES.join(', ')}.`);
}
