/** Which paper a person means, and whether it is theirs to see: the first thing that every act of collecting asks. */
import type { PaperKey } from '../../db/drafts.ts';
import { readPinned } from '../../db/known-periods.ts';
import { readPaperHead, type PaperHead } from '../../db/paper-head.ts';
import type { PinnedPeriod } from '../../db/periods.ts';
import { isOfBody, type Person, type Role } from '../../domain/account.ts';
import type { Form } from '../../domain/definition.ts';
import { entityById, type Entity } from '../../domain/entity.ts';
import { validIn } from '../../domain/owed.ts';
import { periodUnknown } from '../require-period.ts';
import { WorkflowProblem } from '../workflow-problem.ts';
import type { Workplace } from '../workplace.ts';
import type { BodyForm, FormKey } from './form-desk.ts';

/** A body's form of an opened period. */
export interface Paper {
  readonly key: BodyForm;
  readonly pinned: PinnedPeriod;
  readonly form: Form;
  readonly entity: Entity;
  /** What there is of it, as of the moment when it was named. */
  readonly head: PaperHead;
}

/**
 * The paper that a person names: of their own body for its staff, of any body for the department.
 * @throws WorkflowProblem "forbidden", "period-unknown", "form-unknown", "body-unknown".
 */
export async function requirePaper(db: Workplace['db'], person: Person, key: FormKey): Promise<Paper> {
  const entity = bodyOf(person, key);
  const { report, period, form: formId } = key;
  const head = await readPaperHead(db, { report, period, form: formId, entity });
  const pinned = head && (await readPinned(db, report, period, head));
  if (!pinned) throw periodUnknown(report, period);
  const { definition, members } = pinned;
  const body = entityById(definition.entities, entity);
  if (!body)
    throw new WorkflowProblem('body-unknown', `Không có đơn vị “${entity}” trong danh sách đơn vị báo cáo.`);
  const form = definition.forms.find(({ id }) => id === formId);
  if (!form || !validIn(form, period) || !owes(form, members, entity))
    throw new WorkflowProblem(
      'form-unknown',
      `Kỳ ${period} không giao biểu ${formId} cho ${body.name}. Đề nghị mở biểu từ trang Việc của tôi.`,
    );
  return { key: { report, period, form: formId, entity }, pinned, form, entity: body, head };
}

/** True when there is nothing more of a paper than its head, which was read as one: no snapshot is needed to read the rest. */
export function isWhole({ head: { revision, hasWaivers, attachments, draft } }: Paper): boolean {
  return (
    revision === 0 &&
    !hasWaivers &&
    attachments === 0 &&
    draft?.hasTables !== true &&
    draft?.hasReasons !== true
  );
}

/** True when a body owes a form, by the rosters of the period. */
export function owes(
  { body, roster }: Form,
  members: Readonly<Record<string, readonly string[]>>,
  entity: string,
): boolean {
  return body === undefined ? (members[roster ?? '']?.includes(entity) ?? false) : body === entity;
}

/** The body whose paper a person may name; without a name, their own. */
export function bodyOf({ role, entity: own }: Person, { entity }: Pick<FormKey, 'entity'>): string {
  if (isOfBody(role)) {
    if (own === undefined || (entity !== undefined && entity !== own))
      throw forbidden('Tài khoản của anh/chị chỉ dùng được với biểu mẫu của đơn vị mình.');
    return own;
  }
  if (role === 'admin') throw forbidden('Tài khoản quản trị không xem biểu mẫu của các đơn vị.');
  if (entity === undefined) throw new WorkflowProblem('input', 'Đề nghị nêu rõ đơn vị cần xem.');
  return entity;
}

/** @throws WorkflowProblem "forbidden" unless the person has one of the roles. */
export function requireRole({ role }: Person, ...roles: readonly Role[]): void {
  if (!roles.includes(role)) throw forbidden('Tài khoản của anh/chị không có quyền làm việc này.');
}

export function forbidden(message: string): WorkflowProblem {
  return new WorkflowProblem('forbidden', message);
}

/** What the paper is called in the lock and in tokens. */
export function paperName({ report, period, form, entity }: PaperKey): string {
  return `${report}/${period}/${form}/${entity}`;
}
