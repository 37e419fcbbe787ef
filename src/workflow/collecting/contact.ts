/** Whom the department calls at each body: kept up to date by the body itself. */
import { appendContact, readContact as read } from '../../db/bodies.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Person } from '../../domain/account.ts';
import { readText } from '../../domain/intake/read-text.ts';
import { actOf, type Workplace } from '../workplace.ts';
import type { Contact, FormKey } from './form-desk.ts';
import { namesOf } from './name-people.ts';
import { bodyOf, requireRole } from './paper.ts';

const LONGEST = 200;

/** What is wrong, by field, to be shown beside it. */
export type ContactFaults = Readonly<Partial<Record<'name' | 'phone' | 'email', string>>>;

export type ContactOutcome =
  | { readonly outcome: 'saved'; readonly contact: Contact }
  | { readonly outcome: 'refused'; readonly faults: ContactFaults };

/** Keeps the contact of the person's own body; the former one stays on record. A name and one way to reach it are needed. */
export async function saveContact(
  workplace: Workplace,
  person: Person,
  typed: { readonly name: string; readonly phone: string; readonly email: string },
): Promise<ContactOutcome> {
  requireRole(person, 'clerk', 'approver');
  const entity = bodyOf(person, {});
  const faults = faultsOf(typed);
  if (Object.keys(faults).length > 0) return { outcome: 'refused', faults };
  const act = actOf({ ...workplace, actor: person.name });
  const contact = { name: clean(typed.name), phone: clean(typed.phone), email: clean(typed.email) };
  await inTransaction(workplace.db, async (trx) => appendContact(trx, entity, contact, act));
  return { outcome: 'saved', contact: { ...contact, at: act.at, by: act.actor } };
}

/** The contact of one's own body; the department names one. */
export async function readContact(
  { db }: Workplace,
  person: Person,
  of: Pick<FormKey, 'entity'> = {},
): Promise<Contact | undefined> {
  return read(db, bodyOf(person, of));
}

/** The contact of one's own body, with the full name of who said so. */
export async function readNamedContact(workplace: Workplace, person: Person): Promise<Contact | undefined> {
  const contact = await readContact(workplace, person);
  return contact && { ...contact, by: (await namesOf(workplace, [contact.by]))(contact.by) };
}

function faultsOf({
  name,
  phone,
  email,
}: Readonly<Record<'name' | 'phone' | 'email', string>>): ContactFaults {
  const faults: { name?: string; phone?: string; email?: string } = {};
  for (const [part, text] of Object.entries({ name, phone, email })) {
    const reading = readText(text, LONGEST);
    if (!reading.ok) Object.assign(faults, { [part]: `Cần ${reading.expected}.` });
  }
  if (name.trim() === '') faults.name = 'Đề nghị ghi họ và tên người liên hệ.';
  if (phone.trim() === '' && email.trim() === '')
    faults.phone = 'Đề nghị ghi số điện thoại hoặc thư điện tử.';
  if (phone.trim() !== '' && !/^\+?[\d .()-]{8,20}$/.test(phone.trim()))
    faults.phone = 'Đề nghị ghi số điện thoại, ví dụ 024 3943 5602.';
  if (email.trim() !== '' && !/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(email.trim()))
    faults.email = 'Đề nghị ghi địa chỉ thư điện tử, ví dụ ten@coquan.gov.vn.';
  return faults;
}

function clean(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
