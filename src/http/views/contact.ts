/** Whom the compiling department calls about a body's papers. */
import type { ContactFaults } from '../../workflow/collecting/contact.ts';
import type { Contact } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { capital } from './board-words.ts';
import { errorLinks, textInput, titleWith } from './components.ts';
import { momentInWords } from './standing-words.ts';

export interface ContactTyped {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

export interface ContactPageState {
  /** What was typed, when it was not taken. */
  readonly typed?: ContactTyped;
  readonly faults?: ContactFaults;
  readonly notice?: string | undefined;
  readonly status?: number;
}

export function contactPage(body: string, contact: Contact | undefined, state: ContactPageState): PageAnswer {
  const { faults = {} } = state;
  const value = state.typed ?? contact ?? { name: '', phone: '', email: '' };
  const name = textInput({
    name: 'ho-ten',
    label: 'Họ và tên',
    value: value.name,
    autocomplete: 'name',
    error: faults.name ?? null,
  });
  const phone = textInput({
    name: 'dien-thoai',
    label: 'Điện thoại',
    value: value.phone,
    type: 'tel',
    autocomplete: 'tel',
    classes: 'govuk-input--width-20',
    error: faults.phone ?? null,
  });
  const email = textInput({
    name: 'thu-dien-tu',
    label: 'Thư điện tử',
    value: value.email,
    type: 'email',
    autocomplete: 'email',
    error: faults.email ?? null,
  });
  const errors = errorLinks([name, phone, email]);
  return page(
    'contact',
    titleWith('Đầu mối liên hệ', errors),
    {
      errors,
      body: capital(body),
      notice: state.notice ?? null,
      name,
      phone,
      email,
      updated: contact ? `Cập nhật lần cuối: ${momentInWords(contact.at)}, ${contact.by}` : null,
    },
    { status: state.status ?? 200 },
  );
}
