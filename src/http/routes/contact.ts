/** The contact of a body, which its staff keep up to date. */
import { entityById } from '../../domain/entity.ts';
import { readBodies } from '../../workflow/accounts/bodies.ts';
import { readNamedContact, saveContact } from '../../workflow/collecting/contact.ts';
import { redirect, type Answer } from '../answer.ts';
import type { PersonVisit, Route } from '../route.ts';
import { contactPage, type ContactPageState } from '../views/contact.ts';

const OF_BODY = { roles: ['clerk', 'approver'], body: 'own' } as const;

export const CONTACT_ROUTES: readonly Route[] = [
  { method: 'get', path: '/dau-moi', ...OF_BODY, handler: showContact },
  { method: 'post', path: '/dau-moi', ...OF_BODY, limit: 16 * 1024, handler: doSaveContact },
];

async function showContact(visit: PersonVisit): Promise<Answer> {
  const notice = visit.query.has('da-luu') ? 'Đã lưu đầu mối liên hệ.' : undefined;
  return contactOf(visit, { notice });
}

async function doSaveContact(visit: PersonVisit): Promise<Answer> {
  const { workplace, person, form } = visit;
  const typed = {
    name: form.get('ho-ten'),
    phone: form.get('dien-thoai'),
    email: form.get('thu-dien-tu'),
  };
  const result = await saveContact(workplace, person, typed);
  if (result.outcome === 'refused') return contactOf(visit, { typed, faults: result.faults, status: 422 });
  return redirect('/dau-moi?da-luu');
}

async function contactOf({ workplace, person }: PersonVisit, state: ContactPageState): Promise<Answer> {
  const { entity = '' } = person;
  const body = entityById(await readBodies(workplace), entity)?.name ?? '';
  return contactPage(body, await readNamedContact(workplace, person), state);
}
