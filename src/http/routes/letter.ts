/** The covering letter and the scans of a submission. Scans are only ever saved, never shown in place. */
import { addAttachment, readAttachment, removeAttachment } from '../../workflow/collecting/attachments.ts';
import type { DeskLetter } from '../../workflow/collecting/form-desk.ts';
import { saveLetter } from '../../workflow/collecting/letter.ts';
import { readNamedForm } from '../../workflow/collecting/read-named-form.ts';
import { file, redirect, type Answer } from '../answer.ts';
import {
  FORM_PATH,
  idIn,
  keyOf,
  numberIn,
  shownProblem,
  viewerOf,
  type ShownProblem,
} from '../form-request.ts';
import type { PersonVisit, Route } from '../route.ts';
import { formPath } from '../views/form-places.ts';
import { letterPage, type LetterPageState } from '../views/letter.ts';

const OF_BODY = { roles: ['clerk', 'approver'], body: 'own' } as const;
const CLERK = { roles: ['clerk'], body: 'own' } as const;
const LARGEST_FILE = 10 * 1024 * 1024;

export const LETTER_ROUTES: readonly Route[] = [
  { method: 'get', path: `${FORM_PATH}/cong-van`, ...OF_BODY, handler: showLetter },
  { method: 'post', path: `${FORM_PATH}/cong-van`, ...CLERK, limit: 16 * 1024, handler: doSaveLetter },
  {
    method: 'post',
    path: `${FORM_PATH}/tep`,
    ...CLERK,
    upload: true,
    limit: LARGEST_FILE,
    handler: doAddFile,
  },
  { method: 'get', path: `${FORM_PATH}/tep/:tep`, ...OF_BODY, handler: giveFile },
  { method: 'post', path: `${FORM_PATH}/tep/:tep/xoa`, ...CLERK, handler: doRemoveFile },
];

const NOTICES: Readonly<Record<string, string>> = {
  'da-luu': 'Đã lưu công văn.',
  'da-them': 'Đã thêm tệp.',
  'da-bo': 'Đã bỏ tệp.',
};

async function showLetter(visit: PersonVisit): Promise<Answer> {
  const what = visit.query.names().find((name) => Object.hasOwn(NOTICES, name));
  return letterOf(visit, { notice: what === undefined ? undefined : NOTICES[what] });
}

async function doSaveLetter(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const typed = { number: form.get('so'), date: form.get('ngay') };
  const seen = numberIn(form, 'da-xem');
  const result = await saveLetter(workplace, person, keyOf(visit), { ...typed, seen });
  if (result.outcome === 'conflict')
    return letterOf(visit, { typed, problem: overtaken(result.theirs), status: 409 });
  return done(visit, 'da-luu');
}

async function doAddFile(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, files } = visit;
  const [sent] = files;
  if (!sent) return letterOf(visit, { fileError: 'Cần chọn tệp trước khi tải lên.', status: 422 });
  try {
    await addAttachment(workplace, person, keyOf(visit), { name: sent.name, bytes: sent.bytes });
  } catch (error) {
    const { message } = shownProblem(error, ['attachment', 'input', 'not-allowed', 'period-closed']);
    return letterOf(visit, { fileError: message, status: 422 });
  }
  return done(visit, 'da-them');
}

async function doRemoveFile(visit: PersonVisit): Promise<Answer> {
  const attachment = idIn(visit, 'tep');
  await removeAttachment(visit.workplace, visit.person, keyOf(visit), { attachment });
  return done(visit, 'da-bo');
}

async function giveFile(visit: PersonVisit): Promise<Answer> {
  const attachment = idIn(visit, 'tep');
  const { info, bytes } = await readAttachment(visit.workplace, visit.person, keyOf(visit), { attachment });
  return file(bytes, info.type, info.name);
}

async function letterOf(visit: PersonVisit, state: LetterPageState): Promise<Answer> {
  return letterPage(await readNamedForm(visit.workplace, visit.person, keyOf(visit)), viewerOf(visit), state);
}

function overtaken({ number, date }: DeskLetter): ShownProblem {
  return {
    message:
      'Trong lúc anh/chị nhập, người khác đã sửa công văn nên chưa lưu. Nếu nội dung dưới đây mới đúng, đề nghị bấm lưu lần nữa.',
    details: [`Người khác đã ghi: số “${number}”, ngày “${date}”.`],
  };
}

function done(visit: PersonVisit, what: string): Answer {
  return redirect(`${formPath(keyOf(visit))}/cong-van?${what}`);
}
