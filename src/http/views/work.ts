/** The forms that a body owes, by period, each with where it stands and what to do with it. */
import type { WorkForm, WorkPeriod } from '../../workflow/collecting/read-my-work.ts';
import { page, type PageAnswer } from '../answer.ts';
import type { Tag } from './components.ts';
import { formPath } from './form-places.ts';
import { actorInWords, momentInWords, stateTag, timeLeftInWords } from './standing-words.ts';

interface WorkFormView {
  readonly title: string;
  readonly href: string;
  readonly code: string;
  readonly tag: Tag;
  readonly left: string;
  readonly isLate: boolean;
  readonly next: string;
  /** It is this person's turn. */
  readonly mine: boolean;
  readonly note: string | null;
  readonly returned: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export function workPage(work: readonly WorkPeriod[], viewer: 'clerk' | 'approver'): PageAnswer {
  const periods = work.map(({ report, period, forms }) => {
    const views = forms.map((form) => formView(report.id, period.id, form, viewer));
    return {
      id: `${report.id}-${period.id}`,
      report: report.title,
      name: period.name.charAt(0).toLocaleUpperCase('vi') + period.name.slice(1),
      due: momentInWords(period.due),
      forms: views,
      waiting: views.filter(({ mine }) => mine).length,
    };
  });
  return page('work', 'Việc của tôi', { periods, mine: mineInWords(periods) });
}

function formView(
  report: string,
  period: string,
  { form, title, standing, acts, unsent }: WorkForm,
  viewer: 'clerk' | 'approver',
): WorkFormView {
  const path = formPath({ report, period, form });
  const mine = viewer === standing.next;
  const { returned, reopening } = standing;
  const isReturned = returned !== undefined && standing.state === 'returned';
  return {
    title,
    code: form,
    href: viewer === 'approver' && standing.state !== 'not-started' ? `${path}/duyet` : path,
    tag: stateTag(standing.state),
    left: timeLeftInWords(standing),
    isLate: standing.timeliness === 'overdue' || standing.timeliness === 'late',
    next: mine ? 'Đến lượt anh/chị' : actorInWords(standing.next),
    mine,
    note: noteOf(unsent, standing.state, reopening !== undefined && reopening.refused === undefined),
    returned: isReturned
      ? {
          by: returned.by === 'approver' ? 'Lãnh đạo đơn vị' : 'Cơ quan tổng hợp',
          at: momentInWords(returned.at),
          reason: returned.reason,
        }
      : null,
    links: [
      ...(acts.includes('send')
        ? [
            standing.state === 'not-started'
              ? { text: 'Nhập số liệu', href: path }
              : { text: 'Kiểm tra và gửi', href: `${path}/kiem-tra` },
          ]
        : []),
      ...(acts.includes('approve') ? [{ text: 'Xem và duyệt', href: `${path}/duyet` }] : []),
      ...(standing.receivedAt === undefined ? [] : [{ text: 'Biên nhận', href: `${path}/bien-nhan` }]),
    ],
  };
}

function noteOf(unsent: boolean, state: WorkForm['standing']['state'], asked: boolean): string | null {
  if (asked) return 'Đã xin mở lại, đang chờ cơ quan tổng hợp trả lời';
  return unsent && state === 'returned' ? 'Có phần sửa chưa gửi' : null;
}

function mineInWords(periods: readonly { readonly waiting: number }[]): string {
  const waiting = periods.reduce((sum, period) => sum + period.waiting, 0);
  return waiting === 0
    ? 'Hiện không có phiếu nào chờ anh/chị xử lý.'
    : `Có ${waiting} phiếu đang chờ anh/chị xử lý.`;
}
