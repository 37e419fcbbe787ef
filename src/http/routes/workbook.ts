/** The form as a workbook: given, and taken in after the person has seen what it would change. */
import { formTemplate } from '../../workflow/collecting/form-template.ts';
import { previewWorkbook } from '../../workflow/collecting/preview-upload.ts';
import { readForm } from '../../workflow/collecting/read-form.ts';
import { takeWorkbook } from '../../workflow/collecting/take-workbook.ts';
import { file, redirect, type Answer } from '../answer.ts';
import { FORM_PATH, keyOf, shownProblem } from '../form-request.ts';
import type { PersonVisit, Route } from '../route.ts';
import { formPath } from '../views/form-places.ts';
import { previewPage, workbookPage, type WorkbookPageState } from '../views/workbook.ts';

const CLERK = { roles: ['clerk'], body: 'own' } as const;
const MIB = 1024 * 1024;
const LARGEST_WORKBOOK = 5 * MIB;
/** A little more, so that one that is just too large is refused in place. */
const LARGEST_UPLOAD = LARGEST_WORKBOOK + MIB;
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const WORKBOOK_ROUTES: readonly Route[] = [
  { method: 'get', path: `${FORM_PATH}/excel`, ...CLERK, handler: showWorkbook },
  { method: 'get', path: `${FORM_PATH}/excel/mau`, ...CLERK, handler: giveTemplate },
  {
    method: 'post',
    path: `${FORM_PATH}/excel`,
    ...CLERK,
    upload: true,
    limit: LARGEST_UPLOAD,
    toldLimit: LARGEST_WORKBOOK,
    handler: doPreview,
  },
  { method: 'post', path: `${FORM_PATH}/excel/nhan`, ...CLERK, limit: 16 * 1024, handler: doTake },
];

async function showWorkbook(visit: PersonVisit): Promise<Answer> {
  const taken = visit.query.get('da-nhan');
  return workbookOf(visit, {
    notice: /^\d{1,6}$/.test(taken) ? takenInWords(Number(taken)) : undefined,
  });
}

async function giveTemplate(visit: PersonVisit): Promise<Answer> {
  const { bytes, fileName } = await formTemplate(visit.workplace, visit.person, keyOf(visit));
  return file(bytes, WORKBOOK, fileName);
}

async function doPreview(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, files } = visit;
  const key = keyOf(visit);
  const [sent] = files;
  if (!sent) return workbookOf(visit, { fileError: 'Cần chọn tệp Excel trước.', status: 422 });
  try {
    const preview = await previewWorkbook(workplace, person, key, sent.bytes);
    return previewPage(await readForm(workplace, person, key), sent.name, preview);
  } catch (error) {
    const { message } = shownProblem(error, ['input', 'not-allowed', 'period-closed']);
    return workbookOf(visit, { fileError: message, status: 422 });
  }
}

async function doTake(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const key = keyOf(visit);
  const token = form.get('xem-truoc').slice(0, 100);
  const { taken, conflicts } = await takeWorkbook(workplace, person, key, token);
  if (conflicts.length === 0) return redirect(`${formPath(key)}/excel?da-nhan=${taken}`);
  return workbookOf(visit, { notice: takenInWords(taken), left: conflicts });
}

async function workbookOf(visit: PersonVisit, state: WorkbookPageState): Promise<Answer> {
  return workbookPage(await readForm(visit.workplace, visit.person, keyOf(visit)), state);
}

function takenInWords(taken: number): string {
  return `Đã nhận ${taken} chỗ thay đổi vào phiếu.`;
}
