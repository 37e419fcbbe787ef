/** Where a form stands, in words and colour, and moments and deadlines as people say them. */
import type { FormStanding, NextActor } from '../../domain/collecting/form-standing.ts';
import { shortDate } from '../../domain/dates.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { RevisionSummary } from '../../workflow/collecting/form-desk.ts';
import type { Tag, TagColour } from './components.ts';

const STATES: Readonly<Record<SubmissionState, readonly [text: string, colour: TagColour]>> = {
  'not-started': ['Chưa bắt đầu', 'grey'],
  draft: ['Đang nhập', 'blue'],
  'awaiting-approval': ['Chờ lãnh đạo duyệt', 'yellow'],
  submitted: ['Đã nộp', 'teal'],
  returned: ['Bị trả lại', 'red'],
  accepted: ['Đã tiếp nhận', 'green'],
  waived: ['Được miễn nộp', 'purple'],
};

export function stateTag(state: SubmissionState): Tag {
  const [text, colour] = STATES[state];
  return { text, colour };
}

const ACTORS: Readonly<Record<Exclude<NextActor, null>, string>> = {
  clerk: 'Chuyên viên của đơn vị',
  approver: 'Lãnh đạo đơn vị',
  compiler: 'Cơ quan tổng hợp',
};

/** Who has to act next. */
export function actorInWords(next: NextActor): string {
  return next === null ? 'Không còn việc phải làm' : ACTORS[next];
}

/** How long there is, e.g. "còn 3 ngày làm việc"; "" where nothing is waited for. */
export function timeLeftInWords(standing: FormStanding): string {
  const { state, timeliness, dueIn, workingDaysLeft: days } = standing;
  if (state === 'waived') return '';
  if (timeliness === 'on-time' || timeliness === 'late') {
    const how = timeliness === 'on-time' ? 'đúng hạn' : 'trễ hạn';
    if (state === 'submitted' || state === 'accepted') return `nộp ${how}`;
    // It came back: there may be time left to send it again.
    if (dueIn === 'past') return `lần nộp trước ${how}`;
  }
  if (dueIn === 'past') {
    if (days === null) return 'quá hạn';
    return days === 0 ? 'vừa quá hạn' : `quá hạn ${-days} ngày làm việc`;
  }
  if (dueIn === 'today') return 'hết hạn trong hôm nay';
  if (days === null) return '';
  return days === 0 ? 'không còn ngày làm việc nào sau hôm nay' : `còn ${days} ngày làm việc`;
}

/** "09 giờ 05 phút ngày 06/3/2025", from a time with the offset of Vietnam. */
export function momentInWords(at: string): string {
  return `${at.slice(11, 13)} giờ ${at.slice(14, 16)} phút ngày ${shortDate(at.slice(0, 10))}`;
}

/** What became of a revision; `isLatest` false: another was sent after it. */
export function revisionTag({ approval, decision }: RevisionSummary, isLatest = true): Tag {
  if (decision?.kind === 'accepted') return stateTag('accepted');
  if (decision?.kind === 'returned') return { text: 'Cơ quan tổng hợp trả lại', colour: 'red' };
  if (approval === 'kept') return { text: 'Lãnh đạo trả lại', colour: 'orange' };
  if (approval === 'awaiting' && !isLatest) return { text: 'Thay bằng bản sau', colour: 'grey' };
  return stateTag(approval === 'awaiting' ? 'awaiting-approval' : 'submitted');
}
