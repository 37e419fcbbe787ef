/** The approver answers: approved, and so submitted, or back to the clerk with a comment. */
import { approveForm, returnToClerk } from '../../workflow/collecting/approve-form.ts';
import { checkForm } from '../../workflow/collecting/check-form.ts';
import { compareRevisions } from '../../workflow/collecting/compare-revisions.ts';
import { readNamedForm } from '../../workflow/collecting/read-named-form.ts';
import { redirect, type Answer } from '../answer.ts';
import { FORM_PATH, keyOf, numberIn, shownProblem } from '../form-request.ts';
import type { PersonVisit, Route } from '../route.ts';
import { approvalPage, type ApprovalPageState } from '../views/approval.ts';
import { formPath } from '../views/form-places.ts';

const APPROVER = { roles: ['approver'], body: 'own' } as const;

export const APPROVAL_ROUTES: readonly Route[] = [
  { method: 'get', path: `${FORM_PATH}/duyet`, ...APPROVER, handler: showApproval },
  { method: 'post', path: `${FORM_PATH}/duyet`, ...APPROVER, handler: doAnswer },
];

async function showApproval(visit: PersonVisit): Promise<Answer> {
  const notice = visit.query.has('da-tra-lai') ? 'Đã trả phiếu lại cho chuyên viên.' : undefined;
  return approvalOf(visit, { notice });
}

async function doAnswer(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const key = keyOf(visit);
  const revision = numberIn(form, 'phien-ban');
  const comment = form.get('y-kien');
  const returns = form.get('viec') === 'tra-lai';
  if (returns && comment.trim() === '')
    return approvalOf(visit, {
      commentError: 'Cần ghi ý kiến để chuyên viên biết phải sửa gì.',
      status: 422,
    });
  try {
    if (returns) await returnToClerk(workplace, person, key, { revision, comment });
    else await approveForm(workplace, person, key, { revision });
  } catch (error) {
    const problem = shownProblem(error, ['conflict', 'not-allowed', 'period-closed', 'input']);
    return approvalOf(visit, { problem, comment, status: 409 });
  }
  return redirect(`${formPath(key)}/${returns ? 'duyet?da-tra-lai' : 'bien-nhan'}`);
}

/** The page as things stand now: what changed is told against the revision before the latest. */
async function approvalOf(visit: PersonVisit, state: ApprovalPageState): Promise<Answer> {
  const { workplace, person } = visit;
  const key = keyOf(visit);
  const desk = await readNamedForm(workplace, person, key);
  const [latest, before] = [desk.revisions.at(-1), desk.revisions.at(-2)];
  const since =
    before && latest
      ? {
          revision: before,
          differences: await compareRevisions(workplace, person, key, {
            from: before.number,
            to: latest.number,
          }),
        }
      : undefined;
  const sincePeriod =
    latest && desk.tables.some(({ standing }) => standing)
      ? await compareRevisions(workplace, person, key, { from: 'previous-period', to: latest.number })
      : undefined;
  const check = latest ? await checkForm(workplace, person, key) : undefined;
  return approvalPage({ desk, check, since, sincePeriod }, state);
}
