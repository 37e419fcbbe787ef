/** tong-hop body list|approval: what is decided about the bodies that report. */
import { Command, InvalidArgumentError } from 'commander';
import { withSession } from './session.ts';
import type { Terminal } from './terminal.ts';

interface ListOptions {
  readonly withoutApproval?: boolean;
}

export function bodyCommand(terminal: Terminal): Command {
  const command = new Command('body').description('cài đặt của đơn vị báo cáo');
  command
    .command('list')
    .description('các đơn vị hiện có: phiếu có cần lãnh đạo duyệt không, có bao nhiêu tài khoản')
    .option('--without-approval', 'chỉ các đơn vị không cần lãnh đạo duyệt')
    .action(({ withoutApproval = false }: ListOptions) =>
      withSession(terminal, async (session) => {
        const [{ listBodySettings }, { OPERATOR }] = await Promise.all([
          import('../workflow/collecting/body-settings.ts'),
          import('../workflow/accounts/manage.ts'),
        ]);
        const all = await listBodySettings(session, OPERATOR);
        const shown = all.filter(({ approvalRequired }) => !withoutApproval || !approvalRequired);
        for (const { body, approvalRequired, clerks, approvers } of shown)
          session.say(
            `${body.id}  ${body.name}: ${approvalInWords(approvalRequired)}; ${clerks} chuyên viên, ${approvers} lãnh đạo`,
          );
        if (shown.length === 0) session.say('Mọi đơn vị đều cần lãnh đạo duyệt phiếu trước khi nộp.');
      }),
    );
  command
    .command('approval')
    .description('quy định phiếu của đơn vị có cần lãnh đạo duyệt trước khi nộp không')
    .argument('<đơn vị>', 'mã hoặc tên đơn vị')
    .argument('<required|none>', 'required: cần lãnh đạo duyệt; none: gửi là nộp', settingArgument)
    .action((typed: string, required: boolean) =>
      withSession(terminal, async (session) => {
        const [{ setApprovalRequired }, { OPERATOR }, { bodiesOfDay, findBody, readBodies }, { entityById }] =
          await Promise.all([
            import('../workflow/collecting/body-settings.ts'),
            import('../workflow/accounts/manage.ts'),
            import('../workflow/accounts/bodies.ts'),
            import('../domain/entity.ts'),
          ]);
        const bodies = await readBodies(session);
        // A name is that of a body of today; one that is gone may still owe papers, and is named by its id.
        const { id, name } =
          entityById(bodies, typed) ?? findBody(bodiesOfDay(bodies, session.now().slice(0, 10)), typed);
        const changed = await setApprovalRequired(session, OPERATOR, { entity: id, required });
        session.say(
          changed
            ? `Từ nay phiếu của ${name} ${approvalInWords(required)}. Phiếu đã gửi trước đó không đổi.`
            : `Phiếu của ${name} ${approvalInWords(required)} từ trước; không có gì thay đổi.`,
        );
      }),
    );
  return command;
}

function approvalInWords(required: boolean): string {
  return required ? 'cần lãnh đạo duyệt trước khi nộp' : 'không cần lãnh đạo duyệt';
}

function settingArgument(text: string): boolean {
  if (text === 'required' || text === 'none') return text === 'required';
  throw new InvalidArgumentError('Đề nghị ghi required hoặc none.');
}
