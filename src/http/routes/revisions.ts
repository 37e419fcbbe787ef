/** The revisions of a form, their differences, and asking to have it back. */
import { askReopening } from '../../workflow/collecting/ask-reopening.ts';
import { compareRevisions } from '../../workflow/collecting/compare-revisions.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import { readNamedForm } from '../../workflow/collecting/read-named-form.ts';
import { redirect, type Answer } from '../answer.ts';
import { FORM_PATH, keyOf, shownProblem, viewerOf } from '../form-request.ts';
import type { PersonVisit, Route } from '../route.ts';
import { formPath } from '../views/form-places.ts';
import { revisionsPage, type Comparison, type RevisionsPageState } from '../views/revisions.ts';

const OF_BODY = { roles: ['clerk', 'approver'], body: 'own' } as const;

export const REVISION_ROUTES: readonly Route[] = [
  { method: 'get', path: `${FORM_PATH}/phien-ban`, ...OF_BODY, handler: showRevisions },
  { method: 'post', path: `${FORM_PATH}/phien-ban`, ...OF_BODY, handler: doAsk },
];

async function showRevisions(visit: PersonVisit): Promise<Answer> {
  const notice = visit.query.has('da-gui') ? 'Đã gửi đề nghị mở lại phiếu.' : undefined;
  return revisionsOf(visit, { notice });
}

async function doAsk(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const key = keyOf(visit);
  const reason = form.get('ly-do');
  if (reason.trim() === '')
    return revisionsOf(visit, { reasonError: 'Cần ghi lý do xin mở lại phiếu.', status: 422 });
  try {
    await askReopening(workplace, person, key, { reason });
  } catch (error) {
    const { message } = shownProblem(error, ['input', 'not-allowed', 'period-closed', 'conflict']);
    return revisionsOf(visit, { reason, reasonError: message, status: 422 });
  }
  return redirect(`${formPath(key)}/phien-ban?da-gui`);
}

async function revisionsOf(visit: PersonVisit, state: RevisionsPageState): Promise<Answer> {
  const desk = await readNamedForm(visit.workplace, visit.person, keyOf(visit));
  return revisionsPage(desk, viewerOf(visit), await comparisonOf(visit, desk), state);
}

/** The two revisions that the address names; the latest two when it names none. */
async function comparisonOf(visit: PersonVisit, { revisions }: FormDesk): Promise<Comparison | undefined> {
  const named = (name: string): number | undefined =>
    revisions.find(({ number }) => String(number) === visit.query.get(name))?.number;
  const [before, latest] = revisions.slice(-2);
  if (!before || !latest) return undefined;
  const [from, to] = [named('tu') ?? before.number, named('den') ?? latest.number];
  const differences = await compareRevisions(visit.workplace, visit.person, keyOf(visit), { from, to });
  return { from, to, differences };
}
