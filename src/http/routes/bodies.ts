/** The administrator's desk: the bodies that report, and whether their papers need their approver. */
import {
  getBodySettings,
  listBodySettings,
  setApprovalRequired,
} from '../../workflow/collecting/body-settings.ts';
import { redirect, type Answer } from '../answer.ts';
import { badRequest } from '../problem.ts';
import type { PersonVisit, Route } from '../route.ts';
import { bodiesPage, BODIES, bodyPage } from '../views/bodies.ts';

const ADMIN = { roles: ['admin'], body: 'none' } as const;

export const BODY_ROUTES: readonly Route[] = [
  { method: 'get', path: BODIES, ...ADMIN, handler: showBodies },
  { method: 'get', path: `${BODIES}/:entity`, ...ADMIN, handler: showBody },
  { method: 'post', path: `${BODIES}/:entity/duyet`, ...ADMIN, handler: doSetApproval },
];

async function showBodies({ workplace, person, query }: PersonVisit): Promise<Answer> {
  const asked = Number(query.get('trang'));
  return bodiesPage(await listBodySettings(workplace, person), {
    text: query.get('tim').trim().slice(0, 100),
    show: query.get('loc'),
    page: Number.isSafeInteger(asked) ? asked : 1,
  });
}

async function showBody({ workplace, person, params, query }: PersonVisit): Promise<Answer> {
  const settings = await getBodySettings(workplace, person, params['entity'] ?? '');
  return bodyPage(settings, query.has('da-luu') ? 'Đã lưu cài đặt của đơn vị.' : null);
}

const ANSWERS: Readonly<Record<string, boolean>> = { co: true, khong: false };

async function doSetApproval({ workplace, person, params, form }: PersonVisit): Promise<Answer> {
  const answer = form.get('can-duyet');
  const required = Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined;
  if (required === undefined) throw badRequest();
  const entity = params['entity'] ?? '';
  await setApprovalRequired(workplace, person, { entity, required });
  return redirect(`${BODIES}/${encodeURIComponent(entity)}?da-luu`);
}
