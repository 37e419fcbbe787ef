/** Compiling a period from its page: asking for it, how far it is, and giving findings their reasons. */
import { randomUUID } from 'node:crypto';
import type { CompileKind } from '../../workflow/board/compile-desk.ts';
import { justifyFinding } from '../../workflow/board/justify-finding.ts';
import { readEditionsOf } from '../../workflow/board/read-editions.ts';
import { readFindings } from '../../workflow/board/read-findings.ts';
import { WorkflowProblem } from '../../workflow/workflow-problem.ts';
import { json, redirect, type Answer } from '../answer.ts';
import { badRequest } from '../problem.ts';
import type { PersonVisit, Route } from '../route.ts';
import { BOARD, periodAddress } from '../views/board-words.ts';
import { compilePage, progressOf, type CompilePageState } from '../views/compile.ts';

const COMPILE = `${BOARD}/:report/:period/tong-hop`;
const DEPARTMENT = { roles: ['compiler', 'reviewer'], body: 'none' } as const;
const COMPILER = { roles: ['compiler'], body: 'none' } as const;

export const COMPILE_ROUTES: readonly Route[] = [
  { method: 'get', path: COMPILE, ...DEPARTMENT, handler: (visit: PersonVisit) => showCompile(visit) },
  { method: 'get', path: `${COMPILE}/tien-do`, ...DEPARTMENT, asksByItself: true, handler: showProgress },
  { method: 'post', path: COMPILE, ...COMPILER, handler: doCompile },
  { method: 'post', path: `${COMPILE}/giai-trinh`, ...COMPILER, handler: doJustify },
];

async function showCompile(visit: PersonVisit, state: CompilePageState = {}): Promise<Answer> {
  const { workplace, person, compiles, query } = visit;
  const { report, period } = periodOf(visit);
  const notice = query.has('da-giai-trinh') ? 'Đã lưu lý do giải trình.' : null;
  return compilePage(
    {
      editions: await readEditionsOf(workplace, person, report, period),
      findings: await readFindings(workplace, person, report, period),
      jobs: await compiles.jobsOf(workplace, person, report, period),
      mayCompile: person.role === 'compiler',
      token: randomUUID(),
    },
    { notice, ...state },
  );
}

/** For the script of the page: what is being done, and whether anything still is. */
async function showProgress(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, compiles } = visit;
  const { report, period } = periodOf(visit);
  const jobs = await compiles.jobsOf(workplace, person, report, period);
  return json({ jobs: jobs.filter(({ endedAt }) => endedAt === undefined).map(progressOf) });
}

const KINDS: Readonly<Record<string, CompileKind>> = { 'du-thao': 'draft', 'chinh-thuc': 'final' };

async function doCompile(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, compiles, form } = visit;
  const asked = form.get('loai');
  const kind = Object.hasOwn(KINDS, asked) ? KINDS[asked] : undefined;
  if (!kind) throw badRequest();
  const { report, period } = periodOf(visit);
  const known = form.get('ban-chinh-thuc');
  try {
    await compiles.ask(workplace, person, {
      report,
      period,
      kind,
      token: form.get('ma').slice(0, 100),
      ...(/^\d{1,6}$/.test(known) ? { knownFinal: Number(known) } : {}),
    });
  } catch (error) {
    if (!(error instanceof WorkflowProblem) || error.fault !== 'conflict') throw error;
    return showCompile(visit, { problem: { message: error.message, details: [] }, status: 409 });
  }
  return redirect(`${periodAddress(report, period)}/tong-hop`);
}

async function doJustify(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const { report, period } = periodOf(visit);
  const given = { finding: form.get('phat-hien'), reason: form.get('ly-do') };
  try {
    await justifyFinding(workplace, person, report, period, given);
  } catch (error) {
    if (!(error instanceof WorkflowProblem) || !['reason-missing', 'input'].includes(error.fault))
      throw error;
    return showCompile(visit, { refused: { ...given, error: error.message }, status: 422 });
  }
  return redirect(`${periodAddress(report, period)}/tong-hop?da-giai-trinh`);
}

function periodOf({ params }: PersonVisit): { readonly report: string; readonly period: string } {
  return { report: params['report'] ?? '', period: params['period'] ?? '' };
}
