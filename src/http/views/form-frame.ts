/** What stands at the top of every page about one form: which it is, where it stands, and its other pages. */
import type { SubmissionState } from '../../domain/submission.ts';
import type { FormDesk } from '../../workflow/collecting/form-desk.ts';
import type { Tag } from './components.ts';
import { formPath } from './form-places.ts';
import { actorInWords, momentInWords, stateTag, timeLeftInWords } from './standing-words.ts';

export type FormTab = 'form' | 'workbook' | 'letter' | 'check' | 'approval' | 'receipt' | 'revisions';

export interface FormFrame {
  /** "Tổng hợp…, tháng 10 năm 2024". */
  readonly caption: string;
  readonly title: string;
  readonly body: string;
  readonly state: SubmissionState;
  readonly tag: Tag;
  /** "Hạn nộp: …; còn 3 ngày làm việc". */
  readonly due: string;
  readonly next: string | null;
  /** Why it was given back, while that is what there is to do. */
  readonly returned: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
  /** The address of the form; the other pages are below it. */
  readonly base: string;
}

type Framed = Pick<
  FormDesk,
  'key' | 'report' | 'period' | 'title' | 'entity' | 'standing' | 'acts' | 'receipt' | 'revisions'
>;

/** @param viewer whose pages they are: the approver does not fill in */
export function formFrame(desk: Framed, viewer: 'clerk' | 'approver', current: FormTab): FormFrame {
  const { report, period, title, entity, standing } = desk;
  const base = formPath(desk.key);
  const left = timeLeftInWords(standing);
  const { returned } = standing;
  return {
    caption: `${report.title}, ${period.name}`,
    title,
    body: entity.name,
    state: standing.state,
    tag: stateTag(standing.state),
    due: `Hạn nộp: ${momentInWords(period.due)}${left === '' ? '' : ` (${left})`}`,
    next: standing.next === null ? null : actorInWords(standing.next),
    returned:
      returned && standing.state !== 'accepted'
        ? {
            by: returned.by === 'approver' ? 'Lãnh đạo đơn vị' : 'Cơ quan tổng hợp',
            at: momentInWords(returned.at),
            reason: returned.reason,
          }
        : null,
    tabs: TABS.filter(({ tab, viewers }) => viewers.includes(viewer) && isThere(tab, desk)).map(
      ({ tab, text, path }) => ({ text, href: `${base}${path}`, current: tab === current }),
    ),
    base,
  };
}

const TABS: readonly {
  readonly tab: FormTab;
  readonly text: string;
  readonly path: string;
  readonly viewers: readonly ('clerk' | 'approver')[];
}[] = [
  { tab: 'form', text: 'Nhập số liệu', path: '', viewers: ['clerk'] },
  { tab: 'workbook', text: 'Excel', path: '/excel', viewers: ['clerk'] },
  { tab: 'approval', text: 'Xem và duyệt', path: '/duyet', viewers: ['approver'] },
  { tab: 'letter', text: 'Công văn, tệp kèm', path: '/cong-van', viewers: ['clerk', 'approver'] },
  { tab: 'check', text: 'Kiểm tra và gửi', path: '/kiem-tra', viewers: ['clerk'] },
  { tab: 'revisions', text: 'Các phiên bản', path: '/phien-ban', viewers: ['clerk', 'approver'] },
  { tab: 'receipt', text: 'Biên nhận', path: '/bien-nhan', viewers: ['clerk', 'approver'] },
];

function isThere(tab: FormTab, { receipt, revisions }: Framed): boolean {
  if (tab === 'receipt') return receipt !== undefined;
  return tab !== 'revisions' || revisions.length > 0;
}
