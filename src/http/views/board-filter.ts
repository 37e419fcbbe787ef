/** What of the board is shown: papers in a state, of a block, of bodies by name. */
import { standingOf, type Paper, type SinglePaper } from '../../workflow/board/lay-board.ts';
import { isNamed, remarks } from './board-words.ts';

export interface BoardFilter {
  /** One of FILTERS; "" for all. */
  readonly show: string;
  /** Id of a block; "" for all. */
  readonly block: string;
  /** What bodies are searched for. */
  readonly body: string;
}

/** Filters that the counts lead to. */
export const MISSING = 'con-thieu';
export const SUBMITTED = 'cho-tiep-nhan';
export const RETURNED = 'da-tra-lai';
export const LATE = 'nop-tre';
export const OVERDUE = 'qua-han';

export const FILTERS: readonly {
  readonly value: string;
  readonly text: string;
  readonly includes: (paper: Paper) => boolean;
}[] = [
  { value: '', text: 'Tất cả', includes: () => true },
  {
    value: 'chua-xong',
    text: 'Chưa xong (thiếu, chờ, trả lại)',
    includes: (paper) => !['accepted', 'waived'].includes(standingOf(paper)),
  },
  {
    value: MISSING,
    text: 'Còn thiếu (chưa nộp hoặc phiếu trống)',
    includes: (paper) => standingOf(paper) === 'missing',
  },
  { value: SUBMITTED, text: 'Chờ tiếp nhận', includes: (paper) => standingOf(paper) === 'submitted' },
  { value: RETURNED, text: 'Đã trả lại', includes: (paper) => standingOf(paper) === 'returned' },
  { value: LATE, text: 'Nộp trễ', includes: ({ timeliness }) => timeliness === 'late' },
  { value: OVERDUE, text: 'Quá hạn', includes: ({ timeliness }) => timeliness === 'overdue' },
  {
    value: 'thieu-o',
    text: 'Có ô để trống hoặc chưa có số liệu',
    includes: (paper) => remarks(paper).length > 0 && paper.blank + paper.pending > 0,
  },
  { value: 'xin-mo-lai', text: 'Xin mở lại', includes: ({ reopening }) => reopening !== undefined },
];

/** The query of an address that shows papers in a state. @param block what the filter calls the block; "" for all */
export function filterQuery(show: string, block: string): string {
  return new URLSearchParams({ loc: show, ...(block === '' ? {} : { khoi: block }) }).toString();
}

export function paperFilter({ show }: BoardFilter): (paper: Paper | undefined) => boolean {
  const includes = FILTERS.find(({ value }) => value === show)?.includes ?? (() => true);
  return (paper) => paper !== undefined && includes(paper);
}

export function singleFilter(filter: BoardFilter): (single: SinglePaper) => boolean {
  const includes = paperFilter(filter);
  return (single) => includes(single.paper) && isSought(single, filter);
}

export function isSought({ name }: { readonly name: string }, { body }: BoardFilter): boolean {
  return isNamed(name, body);
}
