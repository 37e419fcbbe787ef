/** The covering letter and the scans that go with a submission. */
import type { AttachmentInfo, FormDesk } from '../../workflow/collecting/form-desk.ts';
import { page, type PageAnswer } from '../answer.ts';
import { errorLinks, textInput, titleWith } from './components.ts';
import { formFrame } from './form-frame.ts';
import { momentInWords } from './standing-words.ts';

export interface LetterPageState {
  /** What was typed, when it was not taken. */
  readonly typed?: { readonly number: string; readonly date: string };
  /** What is wrong with the file that was sent. */
  readonly fileError?: string;
  readonly problem?: { readonly message: string; readonly details: readonly string[] };
  readonly notice?: string | undefined;
  readonly status?: number;
}

export interface AttachmentLink {
  readonly id: number;
  readonly name: string;
  readonly href: string;
  /** "PDF, 1,2 MB". */
  readonly about: string;
  readonly added: string;
}

const KINDS: Readonly<Record<AttachmentInfo['type'], string>> = {
  'application/pdf': 'PDF',
  'image/png': 'Ảnh PNG',
  'image/jpeg': 'Ảnh JPEG',
};

export function letterPage(
  desk: FormDesk,
  viewer: 'clerk' | 'approver',
  state: LetterPageState = {},
): PageAnswer {
  const { letter, acts } = desk;
  const problems = letter.reading.kind === 'unread' && !state.typed ? letter.reading.problems : [];
  const errorOf = (part: 'number' | 'date'): string | null => {
    const problem = problems.find((one) => one.part === part);
    const name = part === 'number' ? 'Số, ký hiệu công văn' : 'Ngày công văn';
    return problem ? `${name}: tìm thấy ${problem.found}, cần ${problem.expected}.` : null;
  };
  const number = textInput({
    name: 'so',
    label: 'Số, ký hiệu',
    hint: 'Ví dụ: 125/BC-UBND',
    value: state.typed?.number ?? letter.number,
    classes: 'govuk-input--width-20',
    error: errorOf('number'),
  });
  const date = textInput({
    name: 'ngay',
    label: 'Ngày',
    hint: 'Ví dụ: 06/3/2025',
    value: state.typed?.date ?? letter.date,
    classes: 'govuk-input--width-10',
    error: errorOf('date'),
  });
  const fileError = state.fileError ?? null;
  const errors = errorLinks([number, date, { id: 'tep', error: fileError }]);
  const frame = formFrame(desk, viewer, 'letter');
  return page(
    'letter',
    titleWith('Công văn, tệp kèm', errors),
    {
      frame,
      errors,
      problem: state.problem ?? null,
      notice: errors.length > 0 ? null : (state.notice ?? null),
      mayEdit: acts.includes('edit'),
      number,
      date,
      seen: letter.version,
      letterText:
        letter.number === ''
          ? 'Chưa ghi số, ngày công văn.'
          : `Công văn số ${letter.number} ngày ${letter.date}`,
      attachments: attachmentLinks(desk, frame.base),
      fileError,
    },
    { status: state.status ?? 200 },
  );
}

export function attachmentLinks(
  { attachments }: Pick<FormDesk, 'attachments'>,
  base: string,
): readonly AttachmentLink[] {
  return attachments.map(({ id, name, type, size, at, by }) => ({
    id,
    name,
    href: `${base}/tep/${id}`,
    about: `${KINDS[type]}, ${sizeInWords(size)}`,
    added: `${by}, ${momentInWords(at)}`,
  }));
}

/** "850 KB", "1,2 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const tenths = Math.round((bytes * 10) / (1024 * 1024));
  return tenths < 10 ? `${Math.round(bytes / 1024)} KB` : `${Math.floor(tenths / 10)},${tenths % 10} MB`;
}
