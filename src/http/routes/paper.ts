/** One submission as the department reads it; a compiler accepts, returns, waives, or answers a wish to have it back. */
import { isAbout } from '../views/findings.ts';
import { readFindings } from '../../workflow/board/read-findings.ts';
import { readFullNames } from '../../workflow/board/read-full-names.ts';
import { readAttachment } from '../../workflow/collecting/attachments.ts';
import { checkForm } from '../../workflow/collecting/check-form.ts';
import { compareRevisions } from '../../workflow/collecting/compare-revisions.ts';
import {
  acceptForm,
  answerReopening,
  returnForm,
  waiveForm,
} from '../../workflow/collecting/compiler-acts.ts';
import type { BodyForm, FormDesk } from '../../workflow/collecting/form-desk.ts';
import { readForm } from '../../workflow/collecting/read-form.ts';
import { failureOf } from '../../workflow/failure.ts';
import { WorkflowProblem } from '../../workflow/workflow-problem.ts';
import { file, redirect, type Answer } from '../answer.ts';
import { notFound } from '../problem.ts';
import type { PersonVisit, Route } from '../route.ts';
import { BOARD, paperAddress } from '../views/board-words.ts';
import { paperPage, type PaperAct, type PaperPageInput, type PaperPageState } from '../views/paper.ts';

const PAPER = `${BOARD}/:report/:period/:form/:entity`;
const DEPARTMENT = { roles: ['compiler', 'reviewer'], body: 'any' } as const;
const COMPILER = { roles: ['compiler'], body: 'any' } as const;

/** They come after the other pages of a period: a path of two parts after it is a paper's. */
export const PAPER_ROUTES: readonly Route[] = [
  { method: 'get', path: PAPER, ...DEPARTMENT, handler: (visit: PersonVisit) => showPaper(visit) },
  { method: 'get', path: `${PAPER}/tep/:attachment`, ...DEPARTMENT, handler: giveAttachment },
  { method: 'post', path: `${PAPER}/tiep-nhan`, ...COMPILER, handler: doAccept },
  { method: 'post', path: `${PAPER}/tra-lai`, ...COMPILER, handler: doReturn },
  { method: 'post', path: `${PAPER}/mien-nop`, ...COMPILER, handler: doWaive },
  { method: 'post', path: `${PAPER}/mo-lai`, ...COMPILER, handler: doAnswerReopening },
];

const NOTICES: Readonly<Record<string, string>> = {
  'da-tiep-nhan': 'Đã tiếp nhận phiếu; số liệu của phiếu được đưa vào báo cáo.',
  'da-tra-lai': 'Đã trả lại phiếu; đơn vị thấy lý do ở đầu phiếu.',
  'da-mien-nop': 'Đã ghi nhận đơn vị được miễn nộp biểu này trong kỳ.',
  'da-mo-lai': 'Đã đồng ý cho đơn vị sửa phiếu; phiếu được trả lại đơn vị.',
  'khong-mo-lai': 'Đã trả lời đơn vị; phiếu giữ nguyên như đã nộp.',
};

async function showPaper(visit: PersonVisit, state: PaperPageState = {}): Promise<Answer> {
  const { workplace, person, query } = visit;
  const key = keyOf(visit);
  const desk = await readForm(workplace, person, key);
  const findings = await readFindings(workplace, person, key.report, key.period);
  const notice = query.names().find((name) => Object.hasOwn(NOTICES, name));
  return paperPage(
    {
      desk,
      people: await readFullNames(workplace, person),
      findings: findings.filter((finding) => isAbout(finding, key.form, key.entity)),
      check: desk.standing.state === 'submitted' ? await checkForm(workplace, person, key) : undefined,
      comparison: await comparisonOf(visit, key, desk),
    },
    { notice: notice === undefined ? null : (NOTICES[notice] ?? null), ...state },
  );
}

/** The two revisions that are asked for; without a wish the last two. */
async function comparisonOf(
  { workplace, person, query }: PersonVisit,
  key: BodyForm,
  { revisions }: FormDesk,
): Promise<PaperPageInput['comparison']> {
  const numbers = revisions.map(({ number }) => number);
  const chosen = (name: string): number | undefined =>
    numbers.find((number) => String(number) === query.get(name));
  const from = chosen('tu') ?? numbers.at(-2);
  const to = chosen('den') ?? numbers.at(-1);
  if (from === undefined || to === undefined || from === to) return undefined;
  return { from, to, differences: await compareRevisions(workplace, person, key, { from, to }) };
}

async function giveAttachment(visit: PersonVisit): Promise<Answer> {
  const number = visit.params['attachment'] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(number)) throw notFound();
  const { info, bytes } = await readAttachment(visit.workplace, visit.person, keyOf(visit), {
    attachment: Number(number),
  });
  return file(bytes, info.type, info.name);
}

function doAccept(visit: PersonVisit): Promise<Answer> {
  return decide(visit, undefined, 'da-tiep-nhan', (key) =>
    acceptForm(visit.workplace, visit.person, key, { revision: revisionOf(visit) }),
  );
}

function doReturn(visit: PersonVisit): Promise<Answer> {
  const given = { revision: revisionOf(visit), reason: visit.form.get('ly-do') };
  return decide(visit, 'tra-lai', 'da-tra-lai', (key) =>
    returnForm(visit.workplace, visit.person, key, given),
  );
}

function doWaive(visit: PersonVisit): Promise<Answer> {
  const given = { reason: visit.form.get('ly-do') };
  return decide(visit, 'mien-nop', 'da-mien-nop', (key) =>
    waiveForm(visit.workplace, visit.person, key, given),
  );
}

function doAnswerReopening(visit: PersonVisit): Promise<Answer> {
  const grant = visit.form.get('tra-loi') === 'dong-y';
  const given = { grant, reason: visit.form.get('ly-do') };
  return decide(visit, 'mo-lai', grant ? 'da-mo-lai' : 'khong-mo-lai', (key) =>
    answerReopening(visit.workplace, visit.person, key, given),
  );
}

/** Does an act and shows the paper again: as it is now, or with what was wrong with the words. */
async function decide(
  visit: PersonVisit,
  act: PaperAct | undefined,
  notice: string,
  work: (key: BodyForm) => Promise<void>,
): Promise<Answer> {
  const key = keyOf(visit);
  try {
    await work(key);
  } catch (error) {
    if (act && error instanceof WorkflowProblem && WORDS.includes(error.fault)) {
      const refused = { act, text: visit.form.get('ly-do').slice(0, LONGEST_SHOWN), error: error.message };
      return showPaper(visit, { refused, status: 422 });
    }
    const { kind, message, details } = failureOf(error);
    if (kind !== 'conflict') throw error;
    return showPaper(visit, { problem: { message, details }, status: 409 });
  }
  return redirect(`${paperAddress(key.report, key)}?${notice}`);
}

/** Faults of the words that came along. */
const WORDS: readonly WorkflowProblem['fault'][] = ['reason-missing', 'input'];
const LONGEST_SHOWN = 20_000;

function revisionOf({ form }: PersonVisit): number {
  const typed = form.get('phien-ban');
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0;
}

function keyOf({ params }: PersonVisit): BodyForm {
  const { report = '', period = '', form = '', entity = '' } = params;
  return { report, period, form, entity };
}
