/** Checking a form and sending it: to the approver, or to the compiling department where there is none. */
import { randomUUID } from 'node:crypto';
import { checkForm } from '../../workflow/collecting/check-form.ts';
import { readForm } from '../../workflow/collecting/read-form.ts';
import { saveReason } from '../../workflow/collecting/save-reason.ts';
import { sendForm } from '../../workflow/collecting/send-form.ts';
import { redirect, type Answer } from '../answer.ts';
import type { Fields } from '../fields.ts';
import { FORM_PATH, keyOf, numberIn, shownProblem, type ShownProblem } from '../form-request.ts';
import { badRequest } from '../problem.ts';
import type { PersonVisit, Route } from '../route.ts';
import { checkPage } from '../views/check.ts';
import { formPath } from '../views/form-places.ts';

const CLERK = { roles: ['clerk'], body: 'own' } as const;

export const CHECK_ROUTES: readonly Route[] = [
  { method: 'get', path: `${FORM_PATH}/kiem-tra`, ...CLERK, handler: showCheck },
  { method: 'post', path: `${FORM_PATH}/kiem-tra`, ...CLERK, handler: doCheck },
];

interface TypedReason {
  readonly issue: string;
  readonly reason: string;
}

async function showCheck(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, query } = visit;
  const key = keyOf(visit);
  return checkPage(await readForm(workplace, person, key), await checkForm(workplace, person, key), {
    token: randomUUID(),
    asked: false,
    notice: query.has('da-luu') ? 'Đã lưu lý do.' : undefined,
  });
}

async function doCheck(visit: PersonVisit): Promise<Answer> {
  const reasons = reasonsIn(visit.form);
  return visit.form.get('viec') === 'luu' ? saveReasons(visit, reasons) : send(visit, reasons);
}

/** Keeps those that changed, of what is still unusual. */
async function saveReasons(visit: PersonVisit, reasons: readonly TypedReason[]): Promise<Answer> {
  const { workplace, person } = visit;
  const key = keyOf(visit);
  try {
    const { issues } = await checkForm(workplace, person, key);
    for (const { issue, reason } of reasons) {
      const now = issues.find(({ id }) => id === issue);
      if (now && (now.reason ?? '') !== reason.trim())
        await saveReason(workplace, person, key, { issue, reason });
    }
  } catch (error) {
    const problem = shownProblem(error, ['input', 'finding-unknown', 'not-allowed', 'period-closed']);
    return refused(visit, reasons, problem, 422);
  }
  return redirect(`${formPath(key)}/kiem-tra?da-luu`);
}

async function send(visit: PersonVisit, reasons: readonly TypedReason[]): Promise<Answer> {
  const { workplace, person, form } = visit;
  const key = keyOf(visit);
  const token = form.get('yeu-cau');
  if (!/^[0-9a-f-]{36}$/.test(token)) throw badRequest();
  const seen = numberIn(form, 'da-xem');
  try {
    const sent = await sendForm(workplace, person, key, { token, seen, reasons });
    if (sent.outcome === 'sent') return redirect(`${formPath(key)}/bien-nhan`);
  } catch (error) {
    const faults = ['conflict', 'nothing-to-do', 'not-allowed', 'period-closed', 'input'] as const;
    return refused(visit, reasons, shownProblem(error, faults), 409);
  }
  return refused(visit, reasons, undefined, 422);
}

/** The page again as things stand now, with what was typed. */
async function refused(
  visit: PersonVisit,
  reasons: readonly TypedReason[],
  problem: ShownProblem | undefined,
  status: number,
): Promise<Answer> {
  const { workplace, person } = visit;
  const key = keyOf(visit);
  return checkPage(await readForm(workplace, person, key), await checkForm(workplace, person, key), {
    token: randomUUID(),
    asked: true,
    typed: new Map(reasons.map(({ issue, reason }) => [issue, reason])),
    status,
    ...(problem ? { problem } : {}),
  });
}

/** "muc-1" holds what is unusual, "ly-do-1" the reason for it. */
function reasonsIn(form: Fields): readonly TypedReason[] {
  return form.names().flatMap((name) => {
    const [, number] = /^muc-(\d{1,4})$/.exec(name) ?? [];
    return number === undefined ? [] : [{ issue: form.get(name), reason: form.get(`ly-do-${number}`) }];
  });
}
