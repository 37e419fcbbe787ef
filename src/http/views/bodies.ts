/** The administrator's pages of bodies: all of them with what is decided, and one with what was changed. */
import type { BodyChange, BodySettings, getBodySettings } from '../../workflow/collecting/body-settings.ts';
import { page, type PageAnswer } from '../answer.ts';
import { capital, isNamed } from './board-words.ts';
import { choices, pagination, textInput, type Tag } from './components.ts';
import { momentInWords } from './standing-words.ts';

export const BODIES = '/quan-tri/don-vi';
const PAGE_SIZE = 50;

export interface BodySearch {
  /** What names and codes are searched for; "" for all. */
  readonly text: string;
  /** One of FILTERS; "" for all. */
  readonly show: string;
  /** Counted from 1. */
  readonly page: number;
}

const FILTERS: readonly {
  readonly value: string;
  readonly text: string;
  readonly includes: (settings: BodySettings) => boolean;
}[] = [
  { value: '', text: 'Tất cả', includes: () => true },
  {
    value: 'khong-can-duyet',
    text: 'Không cần lãnh đạo duyệt',
    includes: ({ approvalRequired }) => !approvalRequired,
  },
  { value: 'thieu-lanh-dao', text: 'Cần duyệt nhưng chưa có lãnh đạo', includes: lacksApprover },
  { value: 'chua-co-chuyen-vien', text: 'Chưa có chuyên viên', includes: ({ clerks }) => clerks === 0 },
];

/** Its clerks could send, and nobody could approve. */
function lacksApprover({ approvalRequired, clerks, approvers }: BodySettings): boolean {
  return approvalRequired && clerks > 0 && approvers === 0;
}

export function bodiesPage(
  all: readonly BodySettings[],
  { text, show, page: asked }: BodySearch,
): PageAnswer {
  const includes = FILTERS.find(({ value }) => value === show)?.includes ?? (() => true);
  const found = all.filter((settings) => includes(settings) && matches(settings, text));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const current = Math.min(Math.max(1, asked), pages);
  const hrefOf = (number: number): string =>
    `${BODIES}?${new URLSearchParams({
      ...(text === '' ? {} : { tim: text }),
      ...(show === '' ? {} : { loc: show }),
      trang: String(number),
    }).toString()}`;
  return page('bodies', 'Đơn vị', {
    action: BODIES,
    search: textInput({ name: 'tim', label: 'Tìm theo tên hoặc mã', type: 'search', value: text }),
    show: choices({ name: 'loc', label: 'Hiển thị' }, show, FILTERS),
    count: found.length,
    total: all.length,
    rows: found.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((settings) => ({
      href: addressOf(settings),
      name: capital(settings.body.name),
      tag: approvalTag(settings),
      people: peopleInWords(settings),
      warning: lacksApprover(settings) ? 'chưa có ai duyệt' : null,
    })),
    pagination: pagination(current, pages, hrefOf),
  });
}

type OneBody = Awaited<ReturnType<typeof getBodySettings>>;

export function bodyPage(settings: OneBody, notice: string | null): PageAnswer {
  const { body, approvalRequired, contact, changes } = settings;
  const name = capital(body.name);
  return page('body-one', name, {
    back: BODIES,
    notice,
    name,
    tag: approvalTag(settings),
    warning: lacksApprover(settings)
      ? 'Đơn vị chưa có tài khoản lãnh đạo đang dùng: phiếu chuyên viên gửi sẽ không có ai duyệt.'
      : null,
    rows: [
      { key: 'Tài khoản đang dùng', value: peopleInWords(settings) },
      {
        key: 'Đầu mối liên hệ',
        value: contact
          ? [contact.name, contact.phone, contact.email].filter((part) => part !== '').join(', ')
          : 'Đơn vị chưa ghi',
      },
    ],
    action: `${addressOf(settings)}/duyet`,
    accounts: `/quan-tri/tai-khoan?${new URLSearchParams({ tim: body.name }).toString()}`,
    required: approvalRequired,
    changes: changes.map(({ kind, at, by }) => ({ at: momentInWords(at), by, what: CHANGES[kind] })),
  });
}

const CHANGES: Readonly<Record<BodyChange['kind'], string>> = {
  'approval-required': 'Quy định phiếu cần lãnh đạo duyệt',
  'approval-not-required': 'Quy định phiếu không cần lãnh đạo duyệt',
  'contact-saved': 'Cập nhật đầu mối liên hệ',
};

function addressOf({ body }: BodySettings): string {
  return `${BODIES}/${encodeURIComponent(body.id)}`;
}

function approvalTag({ approvalRequired }: BodySettings): Tag {
  return approvalRequired
    ? { text: 'Cần lãnh đạo duyệt', colour: 'blue' }
    : { text: 'Không cần lãnh đạo duyệt', colour: 'yellow' };
}

function peopleInWords({ clerks, approvers }: BodySettings): string {
  if (clerks + approvers === 0) return 'Chưa có';
  return `${clerks} chuyên viên, ${approvers} lãnh đạo`;
}

function matches({ body: { id, name, shortName, codes } }: BodySettings, text: string): boolean {
  return [id, name, shortName, ...codes].some((one) => isNamed(one, text));
}
