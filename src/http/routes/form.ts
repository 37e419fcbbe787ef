/** The page on which a clerk fills in a form of their body: whole by a button, or bit by bit by the page's scripts. */
import { findKeptForm, forgetKeptForm } from '../../workflow/accounts/kept-forms.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import { nameChanges, nameRow, nameSaved } from '../../workflow/collecting/name-people.ts';
import { readChanges } from '../../workflow/collecting/read-changes.ts';
import { readNamedForm } from '../../workflow/collecting/read-named-form.ts';
import { saveCells } from '../../workflow/collecting/save-cells.ts';
import { moveRow, restoreRow } from '../../workflow/collecting/arrange-rows.ts';
import { addRow, removeRow, saveRow } from '../../workflow/collecting/save-rows.ts';
import type { RowOutcome } from '../../workflow/collecting/change-table.ts';
import { json, redirect, type Answer } from '../answer.ts';
import { fieldsFrom } from '../fields.ts';
import { FORM_PATH, keyOf, shownProblem } from '../form-request.ts';
import { HttpProblem } from '../problem.ts';
import type { PersonVisit, Route } from '../route.ts';
import { formPage, type FormPageState, type Typed } from '../views/form.ts';
import { changesJson, outcomeJson, rowOutcomeJson } from '../views/form-json.ts';
import { formPath } from '../views/form-places.ts';
import { readPosted, unsavedOf, type Posted } from '../views/form-posted.ts';
import { readCellChanges, readRowAct } from '../views/form-sent.ts';
import { savePosted } from './form-save.ts';

const CLERK = { roles: ['clerk'], body: 'own' } as const;

/** A form of 60 fields with long texts, and what the page was told of it. */
const LARGEST_FORM = 2 * 1024 * 1024;

export const FORM_ROUTES: readonly Route[] = [
  { method: 'get', path: FORM_PATH, roles: ['clerk', 'approver'], body: 'own', handler: showForm },
  { method: 'post', path: FORM_PATH, ...CLERK, limit: LARGEST_FORM, keepsForm: true, handler: doSaveForm },
  { method: 'get', path: `${FORM_PATH}/thay-doi`, ...CLERK, asksByItself: true, handler: giveChanges },
  { method: 'post', path: `${FORM_PATH}/luu`, ...CLERK, handler: doSaveCells },
  { method: 'post', path: `${FORM_PATH}/dong`, ...CLERK, handler: doSaveRow },
];

const NOTICES: Readonly<Record<string, string>> = {
  'giu-nguyen': 'Đã giữ nguyên các số liệu được đề xuất. Đề nghị xem lại trước khi gửi.',
  'ban-moi': 'Phiếu đang nhập đã dựa trên bản mới nhất.',
};

async function showForm(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, query } = visit;
  const desk = await readNamedForm(workplace, person, keyOf(visit));
  const done = query.names().find((name) => Object.hasOwn(NOTICES, name));
  const typed = await keptFor(visit, desk);
  if (typed) return formPage(desk, { ...stateOf(visit), typed, notice: RESTORED });
  return formPage(desk, {
    ...stateOf(visit),
    resume: query.has('sua'),
    removing: query.get('bo'),
    ...(done === undefined ? {} : { notice: NOTICES[done] ?? '' }),
  });
}

/** What was sent when the session had just ended; what the form does not ask any more is given up. */
async function keptFor(visit: PersonVisit, desk: FormDesk): Promise<Typed | undefined> {
  const { workplace, person } = visit;
  const path = formPath(keyOf(visit));
  const kept = await findKeptForm(workplace, person, path);
  if (!kept || !desk.acts.includes('edit')) return undefined;
  try {
    const typed = unsavedOf(readPosted(fieldsFrom(kept), desk));
    if (typed.cells.size + typed.rows.size > 0) return typed;
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
  }
  await forgetKeptForm(workplace, person, path);
  return undefined;
}

const RESTORED =
  'Nội dung đã nhập trước khi phiên làm việc kết thúc đã được khôi phục và chưa được lưu. Đề nghị xem lại rồi bấm “Lưu”.';

/** The whole form at once. What is in conflict, and what is refused, comes back as it was typed. */
async function doSaveForm(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const key = keyOf(visit);
  const desk = await readNamedForm(workplace, person, key);
  const posted = readPosted(form, desk);
  try {
    const conflicts = await savePosted(visit, key, desk, posted);
    await forgetKeptForm(workplace, person, formPath(key));
    if (conflicts.cells.size === 0 && conflicts.rows.size === 0)
      return redirect(after(formPath(key), posted));
    return await shownAgain(visit, desk, { ...conflicts, shown: posted.shown }, { status: 409 });
  } catch (error) {
    const problem = shownProblem(error, [
      'not-allowed',
      'period-closed',
      'input',
      'conflict',
      'nothing-to-do',
      'row-unknown',
      'field-unknown',
    ]);
    return shownAgain(visit, desk, unsavedOf(posted), { status: 422, problem });
  }
}

async function shownAgain(
  visit: PersonVisit,
  before: FormDesk,
  typed: Typed,
  state: Partial<FormPageState>,
): Promise<Answer> {
  const desk = await readNamedForm(visit.workplace, visit.person, before.key);
  return formPage(desk, { ...stateOf(visit), ...state, typed });
}

/** Where the browser goes after saving: to what the button was about. */
function after(path: string, { button, value }: Posted): string {
  const [table = ''] = value.split('/');
  switch (button) {
    case 'tiep':
      return `${path}/kiem-tra`;
    case 'giu-nguyen':
    case 'ban-moi':
      return `${path}?${button}`;
    case 'giu':
    case 'lay':
      return `${path}?sua#field-${encodeURIComponent(value)}`;
    case 'luu':
      return `${path}?sua`;
    case 'xoa-dong':
      return `${path}?sua&bo=${encodeURIComponent(table)}#table-${encodeURIComponent(table)}`;
    case 'dung':
      return `${path}?sua#${encodeURIComponent(placeOf(value))}`;
    case 'giu-dong':
    case 'lay-dong':
    case 'them-dong':
    case 'lay-lai':
    case 'len-dong':
    case 'xuong-dong':
    case 'khong-co':
    case 'co-lai':
      return `${path}?sua#table-${encodeURIComponent(table)}`;
  }
}

/** "o.<field>.text=…" and "d.<table>.<row>.<column>=…" are the fields that a reading was chosen for. */
function placeOf(value: string): string {
  const [kind, name = '', row = ''] = value.split('=')[0]?.split('.') ?? [];
  return kind === 'd' ? `row-${name}-${row}` : `field-${name}`;
}

async function giveChanges(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, query } = visit;
  const since = Number(query.get('tu'));
  const now = await nameChanges(workplace, person, await readChanges(workplace, person, keyOf(visit)));
  return json(changesJson(now, Number.isSafeInteger(since) ? since : 0, person.name, workplace.now()));
}

async function doSaveCells(visit: PersonVisit): Promise<Answer> {
  const { workplace, person } = visit;
  const changes = readCellChanges(visit.json);
  const outcome = await saveCells(workplace, person, keyOf(visit), changes);
  await forgetKeptForm(workplace, person, formPath(keyOf(visit)));
  return json(outcomeJson(await nameSaved(workplace, outcome), person.name, workplace.now()));
}

async function doSaveRow(visit: PersonVisit): Promise<Answer> {
  const { workplace, person } = visit;
  const key = keyOf(visit);
  const act = readRowAct(visit.json);
  const save = (): Promise<RowOutcome> => {
    switch (act.act) {
      case 'add':
        return addRow(workplace, person, key, act);
      case 'save':
        return saveRow(workplace, person, key, act);
      case 'remove':
        return removeRow(workplace, person, key, act);
      case 'restore':
        return restoreRow(workplace, person, key, act);
      case 'move':
        return moveRow(workplace, person, key, act);
    }
  };
  return json(rowOutcomeJson(await nameRow(workplace, await save()), person.name, workplace.now()));
}

function stateOf({ person, workplace }: PersonVisit): FormPageState {
  return { person, now: workplace.now() };
}
