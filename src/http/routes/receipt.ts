/** The receipt of what was submitted. */
import { readNamedForm, readNamedReceipt } from '../../workflow/collecting/read-named-form.ts';
import type { Answer } from '../answer.ts';
import { FORM_PATH, keyOf, viewerOf } from '../form-request.ts';
import type { PersonVisit, Route } from '../route.ts';
import { receiptPage, sentPage } from '../views/receipt.ts';

export const RECEIPT_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: `${FORM_PATH}/bien-nhan`,
    roles: ['clerk', 'approver'],
    body: 'own',
    handler: showReceipt,
  },
];

/** Of the last submitted revision, or of the one that the address names. */
async function showReceipt(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, query } = visit;
  const key = keyOf(visit);
  const desk = await readNamedForm(workplace, person, key);
  const named = query.get('phien-ban');
  const asked = desk.revisions.find(({ number }) => String(number) === named);
  const waits = desk.standing.state === 'awaiting-approval' && named === '';
  if (waits || !desk.receipt) return sentPage(desk, viewerOf(visit));
  const which = asked?.receipt === undefined ? {} : { revision: asked.number };
  return receiptPage(desk, await readNamedReceipt(workplace, person, key, which), viewerOf(visit));
}
