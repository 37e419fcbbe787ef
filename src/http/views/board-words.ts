/** The compiling department's words for where papers stand, and the addresses of its pages. */
import { shortDate } from '../../domain/dates.ts';
import type { Paper } from '../../workflow/board/lay-board.ts';
import type { Tag } from './components.ts';
import { stateTag } from './standing-words.ts';

export const BOARD = '/theo-doi';

export function periodAddress(report: string, period: string): string {
  return [BOARD, report, period]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

export function paperAddress(
  report: string,
  { period, form, entity }: Pick<Paper, 'period' | 'form' | 'entity'>,
): string {
  return `${periodAddress(report, period)}/${encodeURIComponent(form)}/${encodeURIComponent(entity)}`;
}

/**
 * Where a paper stands in the eyes of the department, in the words by which it is counted and filtered; one without any
 * answer is as good as none.
 */
export function paperTag({ state, empty }: Pick<Paper, 'state' | 'empty'>): Tag {
  if (empty && state !== 'waived' && state !== 'returned') return { text: 'Phiếu trống', colour: 'red' };
  if (state === 'submitted') return { text: 'Chờ tiếp nhận', colour: 'teal' };
  if (state === 'returned') return { text: 'Đã trả lại', colour: 'orange' };
  return stateTag(state);
}

/** Whether it came in time: a word with its colour; null where nothing is waited for. */
export function timeTag({ state, timeliness }: Pick<Paper, 'state' | 'timeliness'>): Tag | null {
  if (state === 'waived') return null;
  switch (timeliness) {
    case 'on-time':
      return { text: 'Đúng hạn', colour: 'green' };
    case 'late':
      return { text: 'Nộp trễ', colour: 'orange' };
    case 'overdue':
      return { text: 'Quá hạn', colour: 'red' };
    case 'not-due':
      return { text: 'Còn hạn', colour: 'grey' };
  }
}

/** What else is to be known at a glance, each in a few words. */
export function remarks({ blank, pending, reopening, state }: Paper): readonly string[] {
  if (state === 'not-started' || state === 'draft' || state === 'waived') return [];
  return [
    ...(reopening ? ['xin mở lại'] : []),
    ...(blank > 0 ? [`${blank} ô để trống`] : []),
    ...(pending > 0 ? [`${pending} ô chưa có số liệu`] : []),
  ];
}

/** "14:05 06/11/2024": for tables, where the long words would fill the row. */
export function briefMoment(at: string): string {
  return `${at.slice(11, 16)} ${shortDate(at.slice(0, 10))}`;
}

/** For searching: without diacritics, because people leave them out. */
export function plainText(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').trim();
}

/** Whether a name is what was typed, or has it within: "an giang" is not "bắc giang". */
export function isNamed(name: string, typed: string): boolean {
  return plainText(name).includes(plainText(typed).replaceAll(/\s+/g, ' '));
}

export function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
